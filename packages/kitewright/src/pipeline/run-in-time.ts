import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { World } from '../world/world.ts'

/**
 * Runs the whole command line apart where its time is limited, and passes on what it gives.
 *
 * @param tell Reports that it gave nothing. Returns the exit code.
 * @returns The exit code. Returns undefined where nothing limits it: then it is run in this process.
 */
export async function runInTime(
  { file, seconds }: { readonly file: string; readonly seconds: number | undefined },
  world: World,
  tell: (diagnostic: LocatedDiagnostic) => Promise<number>,
): Promise<number | undefined> {
  if (seconds === undefined || world.runApart === undefined) return undefined
  const ended = await world.runApart(seconds)
  if (ended.isOverdue || ended.status === undefined) {
    const { apartDiagnostic } = await import('./apart-diagnostic.ts')
    return tell(apartDiagnostic(ended, file, seconds, world))
  }
  world.stdout.write(ended.output)
  return ended.status
}
