import { fileURLToPath } from 'node:url'
import type { Position } from './place.ts'
import { stackFrames } from './stack-frames.ts'

/** A place in a stack that is the author's own code. */
export interface AuthorFrame extends Position {
  /** Whether the next frame is what called this one, with nothing of kitewright in between. */
  readonly isCalledByNext: boolean
}

/** The author's own places in a stack, innermost first: not kitewright's, not Node's, and no package's if there are others. */
export function authorFrames(stack: string): readonly AuthorFrame[] {
  const frames = stackFrames(stack)
  const foreign = frames.filter(({ file }) => !isOwnFile(file) && !LOADERS.test(file))
  const authored = foreign.filter(({ file }) => !isPackaged(file))
  const chosen = new Set(authored.length > 0 ? authored : foreign)
  return frames.flatMap((frame, index) => {
    const next = frames[index + 1]
    return chosen.has(frame) ? [{ ...frame, isCalledByNext: next !== undefined && chosen.has(next) }] : []
  })
}

/** Whether a file belongs to kitewright: an installed copy, this copy, or the workspace's packages but for their tests. */
export function isOwnFile(file: string): boolean {
  return /[\\/]node_modules[\\/]kitewright[\\/]/.test(file) || isBuilt(file) || isWorkspaceSource(file)
}

const LOADERS = /[\\/]node_modules[\\/](?:tsx|esbuild|vite|vite-node|vitest|@vitest)[\\/]/

const thisFile = fileURLToPath(import.meta.url)

/** The folder of the built package, which need not be in node_modules: npm links packages, too. */
const builtFolder = /^(.*[\\/]lib[\\/])chunks[\\/]/.exec(thisFile)?.[1]

const workspacePackages = /^(.*[\\/]packages[\\/])kitewright[\\/]/.exec(thisFile)?.[1]

function isBuilt(file: string): boolean {
  return builtFolder !== undefined && file.startsWith(builtFolder)
}

function isWorkspaceSource(file: string): boolean {
  if (workspacePackages === undefined || !file.startsWith(workspacePackages)) return false
  return /^[^\\/]+[\\/](?:src|bin|dist)[\\/]/.test(file.slice(workspacePackages.length)) && !file.includes('.test.')
}

function isPackaged(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file)
}
