import { resolve } from 'node:path'
import { type Command, exitCode, type Invocation } from '../../command-line.ts'
import { faultDiagnostic } from '../../report/fault-diagnostic.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import { usageProblem } from '../../usage-problem.ts'
import type { World } from '../../world/world.ts'
import type { Agent } from './agent.ts'
import { allowsSecrets } from './allows-secrets.ts'
import { type Generated, generate } from './generate.ts'
import { isSwitchedOn } from './is-switched-on.ts'
import { withoutSecrets } from '../../report/secret-values.ts'
import type { Part } from './upload-parts.ts'

/** One run of the command: what it was asked for, the world without secrets in its log, and the agent unless it is a dry run. */
interface Run {
  readonly invocation: Invocation
  readonly world: World
  readonly agent: Agent | undefined
}

/** Makes the pipeline and uploads it, or what is to stand in for it. */
export async function runUpload(command: Command, invocation: Invocation, real: World): Promise<number> {
  const { flags } = invocation
  const world = withCleanLog(real)
  if (flags['dry-run'] !== true && !world.env['BUILDKITE_JOB_ID']) return outsideJob(world)
  const agent = flags['dry-run'] === true ? undefined : await startAgent(invocation, world)
  const run: Run = { invocation, world, agent }
  warnOfMissingFallback(run)
  const generated = await generateSafely(run)
  if ('usage' in generated) return usageProblem(command, generated.usage, world)
  await printDiagnostics(generated.diagnostics, world)
  if (generated.parts.length === 0) return instead(run, generated.diagnostics)
  return send(
    run,
    generated.parts.map(({ json, keys }) => ({ text: json, keys, interpolation: false })),
  )
}

/** Not only once it is needed, which is too late. */
function warnOfMissingFallback({ invocation, world }: Run): void {
  const { fallback } = invocation.flags
  if (typeof fallback !== 'string' || world.readText(resolve(world.cwd, fallback)) !== undefined) return
  world.stderr.write(
    `kitewright upload: the fallback ${fallback} is not there: a pipeline that cannot be made would stop the build\n`,
  )
}

async function startAgent(invocation: Invocation, world: World): Promise<Agent> {
  const { agentOf } = await import('./agent.ts')
  return agentOf(world, allowsSecrets(invocation, world))
}

/** The same world with no secret in its log. Not a copy: whether there is a terminal takes milliseconds to find out. */
function withCleanLog(real: World): World {
  const write = (text: string): void => real.stderr.write(withoutSecrets(text, real.env))
  const stderr = Object.create(real.stderr, { write: { value: write } }) as World['stderr']
  return Object.create(real, { stderr: { value: stderr } }) as World
}

function outsideJob({ stderr }: World): number {
  stderr.write(
    'kitewright upload: this is no job of Buildkite, BUILDKITE_JOB_ID is not set\n' +
      '--dry-run shows what would be uploaded, `kitewright render` the same as YAML\n',
  )
  return exitCode.world
}

/** With a fallback at hand, a fault of ours stops nobody either. */
async function generateSafely({ invocation, world }: Run): Promise<Generated | { readonly usage: string }> {
  try {
    return await generate(invocation, world)
  } catch (error) {
    if (invocation.flags['fallback'] === undefined) throw error
    return { parts: [], diagnostics: [faultDiagnostic(String(error))] }
  }
}

/** The generator failed: the fallback is uploaded if one is named, and the build is told. */
async function instead(run: Run, diagnostics: readonly LocatedDiagnostic[]): Promise<number> {
  const { invocation, world, agent } = run
  const file = invocation.flags['fallback']
  const text = typeof file === 'string' ? await fallbackText(file, world) : undefined
  if (text === undefined) {
    await tell(run, 'error', 'The pipeline could not be made, and nothing was uploaded.', diagnostics)
    return exitCode.errors
  }
  world.stderr.write(`kitewright upload: ${String(file)} ${agent ? 'is' : 'would be'} uploaded instead\n`)
  const code = await send(run, [{ text, keys: [], interpolation: true }])
  if (code === exitCode.fine && agent !== undefined) {
    const said = `The pipeline could not be made. ${String(file)}, as it was rendered last, was uploaded instead.`
    await tell(run, 'warning', said, diagnostics)
  }
  return code
}

/** A fallback that has no steps would make the build pass without any, so it is none. */
async function fallbackText(file: string, world: World): Promise<string | undefined> {
  const text = world.readText(resolve(world.cwd, file))
  if (text === undefined || !(await isWithoutSteps(text))) return text
  world.stderr.write(`kitewright upload: the fallback ${file} has no steps\n`)
  return undefined
}

/** What cannot be read here is left to the agent. */
async function isWithoutSteps(text: string): Promise<boolean> {
  const { parsePipeline } = await import('@kitewright/core/parse')
  const { pipelines, problems } = parsePipeline(text)
  return problems.every(({ kind }) => kind === 'no-steps') && pipelines.every(({ steps }) => steps.length === 0)
}

async function tell(
  { world, agent }: Run,
  style: 'error' | 'warning',
  said: string,
  diagnostics: readonly LocatedDiagnostic[],
): Promise<void> {
  if (agent === undefined || (await agent.problem()) !== undefined) return
  const [{ annotateBuild }, { markdownReport }] = await Promise.all([
    import('../../report/annotate.ts'),
    import('../../report/markdown-report.ts'),
  ])
  const failure = await annotateBuild(style, `${said}\n\n${markdownReport(diagnostics, world)}`, world)
  if (failure !== undefined) world.stderr.write(`kitewright upload: ${failure}\n`)
}

async function send({ invocation, world, agent }: Run, parts: readonly Part[]): Promise<number> {
  if (agent === undefined) {
    for (const { text } of parts.toReversed()) world.stdout.write(text)
    return exitCode.fine
  }
  const { identityOf, uploadParts } = await import('./upload-parts.ts')
  const { flags, positionals } = invocation
  const request = {
    parts,
    replace: flags['replace'] === true || isSwitchedOn(world.env['BUILDKITE_PIPELINE_REPLACE']),
    identity: identityOf(world.env, positionals[0]),
    isRetry: Number(world.env['BUILDKITE_RETRY_COUNT'] ?? 0) > 0,
  }
  const problem = (await agent.problem()) ?? (await uploadParts(request, agent, world.stderr))
  if (problem === undefined) return exitCode.fine
  world.stderr.write(`kitewright upload: ${problem}\n`)
  return exitCode.world
}
