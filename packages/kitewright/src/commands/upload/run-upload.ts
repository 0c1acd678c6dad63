import { resolve } from 'node:path'
import { type Command, exitCode, type Invocation } from '../../command-line.ts'
import { timeLimit } from '../../context/time-limit.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { isProgram } from '../../pipeline/is-yaml-file.ts'
import { runInTime } from '../../pipeline/run-in-time.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import { usageProblem } from '../../usage-problem.ts'
import type { World } from '../../world/world.ts'
import { allowsSecrets } from './allows-secrets.ts'
import { fallbackFiles } from './fallback-files.ts'
import { generate, type Generated } from './generate.ts'
import { generateSafely } from './generate-safely.ts'
import type { Run } from './run.ts'
import { sendParts } from './send-parts.ts'

/** Makes the pipeline and uploads it, or what is to stand in for it. */
export async function runUpload(command: Command, invocation: Invocation, world: World): Promise<number> {
  const { seconds, problem } = timeLimit(invocation)
  if (problem !== undefined) return usageProblem(command, problem, world)
  const program = fallbackFiles(invocation).find(isProgram)
  if (program !== undefined)
    return usageProblem(command, `--fallback wants YAML or JSON: a program such as ${program} may fail too`, world)
  if (invocation.flags['dry-run'] === true) return runDry(command, invocation, seconds, world)
  if (world.isApart) return printGenerated(invocation, world)
  if (!world.env['BUILDKITE_JOB_ID']) return outsideJob(world)
  const [{ agentOf }, { generateApart }] = await Promise.all([import('./agent.ts'), import('./generate-apart.ts')])
  const run: Run = { invocation, world, agent: agentOf(world, allowsSecrets(invocation, world)) }
  return finish(command, run, () => generateApart(invocation, world))
}

/** Quick, and so in this process, unless its time is limited. */
async function runDry(
  command: Command,
  invocation: Invocation,
  seconds: number | undefined,
  world: World,
): Promise<number> {
  const run: Run = { invocation, world, agent: undefined }
  const file = findPipelineFile(invocation.positionals[0], world)
  const ended = await runInTime({ file, seconds }, world, async (diagnostic) =>
    finish(command, run, async () => ({ parts: [], diagnostics: [diagnostic] })),
  )
  return ended ?? finish(command, run, () => generate(invocation, world))
}

/** Hands what was generated to the process that waits for it. */
async function printGenerated(invocation: Invocation, world: World): Promise<number> {
  const { writeGenerated } = await import('./generated-text.ts')
  world.stdout.write(await writeGenerated(() => generate(invocation, world)))
  return exitCode.fine
}

/** Uploads what is generated, or what is to stand in for it. */
async function finish(
  command: Command,
  run: Run,
  generateOnce: () => Promise<Generated | { readonly usage: string }>,
): Promise<number> {
  const { world } = run
  warnOfMissingFallback(run)
  const generated = await generateSafely(run, generateOnce)
  if ('usage' in generated) return usageProblem(command, generated.usage, world)
  await printDiagnostics(generated.diagnostics, world)
  if (generated.isEmpty === true) {
    world.stderr.write('kitewright upload: there is nothing to run in this build, and nothing is uploaded\n')
    return exitCode.fine
  }
  if (generated.parts.length === 0) {
    return (await import('./upload-instead.ts')).uploadInstead(run, generated.diagnostics)
  }
  return (await sendParts(run, generated)) === undefined ? exitCode.fine : exitCode.world
}

/** Not only once it is needed, which is too late. */
function warnOfMissingFallback({ invocation, world }: Run): void {
  for (const file of fallbackFiles(invocation)) {
    if (world.readText(resolve(world.cwd, file)) !== undefined) continue
    world.stderr.write(
      `kitewright upload: the fallback ${inOneLine(file, world)} is not there: a pipeline that cannot be made would stop the build\n`,
    )
  }
}

function outsideJob({ stderr }: World): number {
  stderr.write(
    'kitewright upload: this is not a Buildkite job: BUILDKITE_JOB_ID is not set\n' +
      '--dry-run shows what would be uploaded, `kitewright render` the same as YAML\n',
  )
  return exitCode.world
}
