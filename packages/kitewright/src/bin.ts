import nodeModule from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { needsPinned, pinnedBin } from './pinned-bin.ts'
import { processWorld } from './world/process-world.ts'

// Newer than the oldest Node we serve. Kept compiled code halves the start of a TypeScript file.
;(nodeModule as { readonly enableCompileCache?: () => void }).enableCompileCache?.()

const world = processWorld()
const args = process.argv.slice(world.isApart ? 3 : 2)
const pinned = needsPinned(args) ? pinnedBin(world, dirname(import.meta.dirname)) : undefined

if (pinned === undefined) {
  const { run } = await import('./run.ts')
  await run(args, world)
} else {
  await import(pathToFileURL(pinned).href)
}
