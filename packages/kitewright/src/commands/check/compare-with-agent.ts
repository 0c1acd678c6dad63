import type { Diagnostic } from '@kitewright/core'
import { emitJson } from '@kitewright/core/emit-json'
import { parsePipeline, withoutIfChanged } from '@kitewright/core/parse'
import type { FileCompilation } from '../../pipeline/compiled-file.ts'
import { emitOptions } from '../../pipeline/emit.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { World } from '../../world/world.ts'
import { differences } from './differences.ts'

/** What the local agent makes of pipelines. */
export interface AgentComparison {
  readonly diagnostics: readonly LocatedDiagnostic[]
  /** Why the agent could not be asked. */
  readonly failure?: string | undefined
}

/** As many differences as help to see what is going on. */
const shown = 5

/**
 * Asks the local agent for a dry run of each pipeline, and compares what it would upload with what is meant: refusals are
 * KW9001, differences KW9002 (docs/spec/upload.md §3). The agent's server is not asked.
 */
export async function compareWithAgent(
  compilations: readonly FileCompilation[],
  env: World['env'],
  world: World,
): Promise<AgentComparison> {
  const diagnostics: LocatedDiagnostic[] = []
  for (const compilation of compilations) {
    const found = await compare(compilation, env, world)
    if ('failure' in found) return { diagnostics, failure: found.failure }
    diagnostics.push(...(await compilation.locate(found)))
  }
  return { diagnostics }
}

async function compare(
  { wire, graph }: FileCompilation,
  env: World['env'],
  world: World,
): Promise<readonly Diagnostic[] | { readonly failure: string }> {
  const known = withFullCommit(env)
  const args = ['pipeline', 'upload', '--dry-run', '--format', 'json', '--no-color']
  const { status, stdout, stderr } = await world.run('buildkite-agent', args, {
    input: emitJson(wire, emitOptions(true, known)),
    env: agentEnv(world.env, known),
  })
  if (status === undefined) return { failure: 'buildkite-agent could not be started: is it installed, and in PATH?' }
  if (status !== 0) return [refusal(stderr, { trace: graph.trace, path: [] })]
  const { pipelines } = parsePipeline(emitJson(wire, emitOptions(false, known)))
  const expected = pipelines.map(({ canonical, steps }) => withoutIfChanged(canonical, steps))
  const found = [...differences(expected[0], JSON.parse(stdout), [])].slice(0, shown)
  return found.map(({ path, message }) => difference(path, message, originOf(path, graph)))
}

/** The agent looks a name such as HEAD up in git; a full commit stays as it is on both sides. */
function withFullCommit(env: World['env']): World['env'] {
  const commit = env['BUILDKITE_COMMIT']
  return commit === undefined || /^[0-9a-f]{40}$/.test(commit) ? env : { ...env, BUILDKITE_COMMIT: '0'.repeat(40) }
}

/** The agent wants some token even for a dry run; what has changed in the repository does not matter here. */
function agentEnv(own: World['env'], env: World['env']): World['env'] {
  const { PATH, HOME } = own
  return {
    BUILDKITE_AGENT_ACCESS_TOKEN: 'none-needed',
    ...env,
    BUILDKITE_AGENT_APPLY_IF_CHANGED: 'false',
    PATH,
    HOME,
  }
}

function refusal(log: string, origin: Diagnostic['origin']): Diagnostic {
  const reason = log.trim().split('\n').at(-1) ?? ''
  return {
    code: 'KW9001',
    severity: 'error',
    message: `the agent refuses the pipeline: ${reason.replace(/^.*?fatal: /i, '')}`,
    path: [],
    origin,
    why: 'kitewright let it through, which is a fault of ours',
    hint: 'please report it, with the pipeline and the version of the agent',
  }
}

function difference(path: Diagnostic['path'], message: string, origin: Diagnostic['origin']): Diagnostic {
  return {
    code: 'KW9002',
    severity: 'error',
    message: `the agent would upload something else than is written: ${message}`,
    path,
    origin,
    why: 'kitewright took the agent to do otherwise, which is a fault of ours',
    hint: 'please report it, with the pipeline and the version of the agent',
  }
}

/** The innermost step that a place of the uploaded pipeline belongs to. */
function originOf(path: Diagnostic['path'], { nodes, trace }: FileCompilation['graph']): Diagnostic['origin'] {
  const node = nodes.findLast((candidate) => candidate.path.every((part, index) => part === path[index]))
  return { trace: node?.trace ?? trace, path: path.slice(node?.path.length ?? 0) }
}
