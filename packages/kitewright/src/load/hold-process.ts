import { inLines } from '../secrets/in-lines.ts'
import type { World } from '../world/world.ts'
import { exitProcess, guardProcess, setExitCode } from './process-guard.ts'

/** Where what happens is told. */
type Told = Pick<World, 'stderr' | 'mask'>

/** How long what an author's file left running may go on once the command is done, in milliseconds. */
const grace = 100

/**
 * Guards the process for as long as it runs: a timer or a connection that an author's file left running may neither keep
 * the command from ending nor break it off half-way.
 *
 * @param ownFault Reports an error that is not the author's. Returns the exit code.
 * @returns The function that ends the process with an exit code.
 */
export function holdProcess(world: Told, ownFault: (error: unknown) => Promise<number>): (code: number) => void {
  let isTold = false
  guardProcess((incident) => {
    if (incident.kind !== 'uncaught' || isTold) return
    isTold = true
    void report(incident.error, world, ownFault)
  })
  return (code) => {
    setExitCode(code)
    // If nothing is left running, the process ends before. Writing waits for what is not yet written.
    setTimeout(() => process.stderr.write('', () => exitProcess(code)), grace).unref()
  }
}

async function report(error: unknown, world: Told, ownFault: (error: unknown) => Promise<number>): Promise<void> {
  const { authorFrames } = await import('../locate/author-frames.ts')
  const [frame] = error instanceof Error ? authorFrames(error.stack ?? '') : []
  if (error instanceof Error && frame === undefined) exitProcess(await ownFault(error))
  const shown = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const place = frame === undefined ? '' : ` (${frame.file}:${frame.line}:${frame.column})`
  const said = inLines(`${shown}${place}`, world)
  world.stderr.write(`kitewright: the file failed after it had given its pipeline: ${said}\n`)
}
