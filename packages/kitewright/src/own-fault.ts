import { exitCode } from './command-line.ts'
import { faultDiagnostic } from './report/fault-diagnostic.ts'
import { sourceStack } from './report/source-stack.ts'
import { inLines } from './secrets/in-lines.ts'
import type { World } from './world/world.ts'

/** Whether the operating system refused something: a full disk, a folder where a file was named, missing rights. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'errno' in error
}

/** Reports a fault of ours: what a report of it needs, and no stack trace unless asked for. */
export function ownFault(error: unknown, world: Pick<World, 'stderr' | 'env' | 'mask'>): number {
  const isShown = world.env['KITEWRIGHT_DEBUG'] && error instanceof Error
  const shown = isShown ? sourceStack(error.stack ?? '') : String(error)
  const { code, severity, message, why, hint } = faultDiagnostic(shown)
  world.stderr.write(`${severity}[${code}]: ${inLines(message, world)}\n   = why: ${why}\n   = help: ${hint}\n`)
  return exitCode.fault
}
