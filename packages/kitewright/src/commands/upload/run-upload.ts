import { resolve } from 'node:path'
import { type Command, exitCode, type Invocation } from '../../command-line.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import { usageProblem } from '../../usage-problem.ts'
import type { World } from '../../world/world.ts'
import type { Agent } from './agent.ts'
import { allowsSecrets } from './allows-secrets.ts'
import { generate } from './generate.ts'
import { generateSafely } from './generate-safely.ts'
import type { Run } from './run.ts'
import { sendParts } from './send-parts.ts'

/** Makes the pipeline and uploads it, or what is to stand in for it. */
export async function runUpload(command: Command, invocation: Invocation, world: World): Promise<number> {
  const { flags } = invocation
  if (flags['dry-run'] !== true && !world.env['BUILDKITE_JOB_ID']) return outsideJob(world)
  const agent = flags['dry-run'] === true ? undefined : await startAgent(invocation, world)
  const run: Run = { invocation, world, agent }
  warnOfMissingFallback(run)
  const generated = await generateSafely(run, () => generate(invocation, world))
  if ('usage' in generated) return usageProblem(command, generated.usage, world)
  await printDiagnostics(generated.diagnostics, world)
  if (generated.parts.length === 0) {
    return (await import('./upload-instead.ts')).uploadInstead(run, generated.diagnostics)
  }
  return (await sendParts(run, generated.parts)) === undefined ? exitCode.fine : exitCode.world
}

/** Not only once it is needed, which is too late. */
function warnOfMissingFallback({ invocation, world }: Run): void {
  const { fallback } = invocation.flags
  if (typeof fallback !== 'string' || world.readText(resolve(world.cwd, fallback)) !== undefined) return
  world.stderr.write(
    `kitewright upload: the fallback ${inOneLine(fallback, world)} is not there: a pipeline that cannot be made would stop the build\n`,
  )
}

async function startAgent(invocation: Invocation, world: World): Promise<Agent> {
  const { agentOf } = await import('./agent.ts')
  return agentOf(world, allowsSecrets(invocation, world))
}

function outsideJob({ stderr }: World): number {
  stderr.write(
    'kitewright upload: this is no job of Buildkite, BUILDKITE_JOB_ID is not set\n' +
      '--dry-run shows what would be uploaded, `kitewright render` the same as YAML\n',
  )
  return exitCode.world
}
