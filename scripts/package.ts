import { execFile } from 'node:child_process'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { dist } from './build.ts'

// Builds the package and packs it as npm would publish it: kitewright.tgz in dist/ or the folder given.
const folder = fileURLToPath(dist)
const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', folder], {
  cwd: join(folder, 'package'),
})
const [packed] = JSON.parse(stdout) as {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
}[]
if (packed === undefined) throw new Error('npm packed nothing')
await rename(join(folder, packed.filename), join(folder, 'kitewright.tgz'))
console.log(
  `${join(folder, 'kitewright.tgz')}: ${kilobytes(packed.size)} packed, ${kilobytes(packed.unpackedSize)} unpacked`,
)

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
