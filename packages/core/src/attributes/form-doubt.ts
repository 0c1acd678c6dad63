import { isPlainObject, type StepKind } from '@kitewright/schema'
import type { Problem } from '@kitewright/schema/validate'

/** What is known, and what is not, of a form that Buildkite's schema does not have. */
export interface FormDoubt {
  readonly why: string
  readonly hint: string
  readonly message?: string | undefined
}

type Ask = (problem: Problem, value: unknown, name: string) => FormDoubt | undefined

/**
 * What is known of a value that the schema refuses and Buildkite most likely takes, since running pipelines have it, or
 * since a value that the agent fills in arrives like that. Returns undefined where what was meant is lost.
 */
export function formDoubt(problem: Problem, value: unknown, kind: StepKind | undefined): FormDoubt | undefined {
  const [first] = problem.path
  const name = String(problem.path.findLast((part) => typeof part === 'string'))
  if (problem.kind === 'pattern' && first === 'matrix') return dimensionName(name)
  if (typeof first === 'string' && isReadByAgent(first, kind)) return undefined
  for (const ask of asks) {
    const doubt = ask(problem, value, name)
    if (doubt) return doubt
  }
  return undefined
}

/** What the agent reads itself, and gives the whole step up for where it does not fit (docs/spec/pipeline.md §5). */
const readByAgent = new Set(['secrets', 'checkout', 'cache', 'matrix', 'env', 'plugins', 'signature', 'command'])

function isReadByAgent(attribute: string, kind: StepKind | undefined): boolean {
  return (kind === 'command' || kind === undefined) && readByAgent.has(attribute)
}

const asks: readonly Ask[] = [nothing, numberAsText, scalarForText, agentTags, onlyItem, exitStatus, limitOfSchema]

function dimensionName(name: string): FormDoubt {
  return {
    message: `"${name}" names a dimension of the matrix`,
    why: "Buildkite's schema wants letters, digits and _ in the name of a dimension; the agent takes others too",
    hint: 'use _ instead, to be on the safe side',
  }
}

function nothing({ kind, path }: Problem, value: unknown, name: string): FormDoubt | undefined {
  if (kind !== 'type' || value !== null || typeof path.at(-1) !== 'string') return undefined
  return {
    message: `${name} has no value`,
    why: "Buildkite's schema refuses it; most likely Buildkite reads it as if it were not there",
    hint: 'leave it out, or write its value',
  }
}

function numberAsText({ kind, expected }: Problem, value: unknown): FormDoubt | undefined {
  const isNumber = typeof value === 'string' && /^-?\d+$/.test(value)
  if (kind !== 'type' || !isNumber || !expected.includes('whole number')) return undefined
  return {
    why: "Buildkite's schema wants a number; what the agent fills in arrives as text too, so most likely it is taken",
    hint: `write ${Number(value)}, without quotes`,
  }
}

function scalarForText({ kind, expected, path }: Problem, value: unknown): FormDoubt | undefined {
  const isScalar = typeof value === 'number' || typeof value === 'boolean'
  if (kind !== 'type' || !isScalar || !expected.includes('text')) return undefined
  if (path.at(-1) === 'if' && typeof value === 'boolean')
    return {
      why: 'a condition is text that Buildkite reads for each build',
      hint: value ? 'leave it out: the step is in every build' : 'leave the step out instead',
    }
  return {
    why: "Buildkite's schema wants text, and text keeps what a number loses: 3.10 is 3.1, and 0123 is 83",
    hint: `write '${String(value)}', in quotes`,
  }
}

function agentTags({ kind, path }: Problem, value: unknown): FormDoubt | undefined {
  if (kind !== 'type' || path[0] !== 'agents' || path.length > 2) return undefined
  const tags = typeof value === 'string' ? tagsOfText(value) : isPlainObject(value) ? Object.entries(value) : []
  if (tags.length === 0) return undefined
  return {
    why: "Buildkite documents a map of tags and a list of 'tag=value'; pipelines with this form run, and what it selects is not documented",
    hint: `write ${path.length > 1 ? 'one map of all tags, ' : ''}agents: { ${tags.map(([name, tag]) => `${name}: ${typeof tag === 'string' ? `'${tag}'` : '…'}`).join(', ')} }`,
  }
}

function tagsOfText(text: string): readonly (readonly [string, string])[] {
  const [, name, tag] = /^([\w-]+)=(.+)$/.exec(text) ?? []
  return name === undefined || tag === undefined ? [] : [[name, tag]]
}

/** Lists whose only item may stand without its brackets, as in other attributes. */
const lists = new Set(['notify', 'soft_fail', 'fields', 'options'])

function onlyItem({ kind, path }: Problem, value: unknown, name: string): FormDoubt | undefined {
  if (kind !== 'type' || !isPlainObject(value) || !lists.has(name) || path.at(-1) !== name) return undefined
  return {
    why: "Buildkite's schema wants a list here; whether it takes the only item without one is not documented",
    hint: `write a list: ${name}: [{ … }]`,
  }
}

function exitStatus({ kind, path }: Problem, value: unknown): FormDoubt | undefined {
  if (kind !== 'limit' || typeof value !== 'number' || !path.includes('exit_status')) return undefined
  return {
    why: 'the documentation names -1 to 255; processes on Windows end with others, and pipelines that name those run',
    hint: 'keep it if the job shows this status; otherwise write -1, for a lost agent, or 0 to 255',
  }
}

function limitOfSchema({ kind, path }: Problem, value: unknown): FormDoubt | undefined {
  if (kind !== 'limit' || path.at(-1) === undefined) return undefined
  return value === 0 && path.length === 1 ? zeros[path[0] as string] : undefined
}

const zeros: Readonly<Record<string, FormDoubt>> = {
  parallelism: {
    message: 'parallelism is 0: the step makes no job',
    why: 'Buildkite shows the step as broken, and steps that depend on it go on',
    hint: 'write skip: true, or leave the step out',
  },
  timeout_in_minutes: {
    message: 'timeout_in_minutes is 0',
    why: "Buildkite's schema wants 1 or more; what 0 means is not documented",
    hint: 'leave it out for the limit of the pipeline or the organisation',
  },
  concurrency: {
    message: 'concurrency is 0',
    why: 'whether Buildkite starts any job of such a group is not documented',
    hint: 'write 1, for one job at a time, or leave concurrency and its group out',
  },
}
