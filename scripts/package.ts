import { execFile } from 'node:child_process'
import { rename } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

// Packs dist/package/ as npm would publish it: dist/kitewright.tgz.
const root = new URL('../', import.meta.url)
const folder = (path: string): string => fileURLToPath(new URL(path, root))

await import('./build.ts')
const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', folder('dist/')], {
  cwd: folder('dist/package/'),
})
const [packed] = JSON.parse(stdout) as {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
}[]
if (packed === undefined) throw new Error('npm packed nothing')
await rename(folder(`dist/${packed.filename}`), folder('dist/kitewright.tgz'))
console.log(`dist/kitewright.tgz: ${kilobytes(packed.size)} packed, ${kilobytes(packed.unpackedSize)} unpacked`)

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
