import nodeModule from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { pinnedBin } from './hand-over/pinned-bin.ts'

// Newer than the oldest Node we serve. Kept compiled code halves the start of a TypeScript file.
;(nodeModule as { readonly enableCompileCache?: () => void }).enableCompileCache?.()

const args = process.argv.slice(2)
// A repository's version is the one that its lock file names; only setting it up needs no version of its own.
const pinned = args[0] === 'init' ? undefined : pinnedBin(process.cwd(), fileURLToPath(new URL('../', import.meta.url)))

if (pinned === undefined) {
  const [{ main }, { processWorld }, { holdProcess }] = await Promise.all([
    import('./main.ts'),
    import('./process-world.ts'),
    import('./leftovers.ts'),
  ])
  const world = processWorld()
  const end = holdProcess(world.stderr)
  end(await main(args, world))
} else {
  await import(pathToFileURL(pinned).href)
}
