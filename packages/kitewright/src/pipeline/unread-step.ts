import { suggest } from '@kitewright/core'
import { insteadOfForeign } from '@kitewright/core/check'
import {
  locate,
  type ParsedPipeline,
  type ParseProblem,
  type Path,
  statedKind,
  toJson,
  type Value,
  type ValueMap,
} from '@kitewright/core/parse'
import { attributeNames, type PlainMap, soleSuggestion } from '@kitewright/schema'
import { validateStep } from '@kitewright/schema/validate'
import type { MendableProblem, Replacement } from '../mend/mend-problem.ts'

/** What is known of a step that the agent passes on unread: whether anybody takes it, and what was meant. */
export type UnreadStep = Pick<MendableProblem, 'severity' | 'message' | 'hint' | 'span' | 'meant'>

/** Looks at what stands where the agent found no step that it knows. */
export function explainUnread(problem: ParseProblem, { value, source, targets }: ParsedPipeline): UnreadStep {
  const { path } = problem
  const found = valueAt(value, path)
  const refused = { ...problem, severity: 'error' } as const
  const spilt = spiltText(found)
  if (spilt !== undefined) {
    return {
      ...refused,
      message: `YAML reads a mapping here, since there is a colon and a space in it`,
      hint: `write it in quotes: '${spilt}'`,
    }
  }
  if (typeof found === 'string') return isStep(path) ? { ...refused, ...insteadOfText(found) } : refused
  if (!isMap(found) || !isStep(path))
    return isNested(found, path) ? problem : { ...refused, hint: fitting(value, path) }
  if (found.has('type')) return { ...problem, hint: knownType(found.get('type')) }
  const meant = meantBy(found)
  if (meant === undefined) return { ...refused, hint: "write what it does: command: '…'" }
  const { key = problem.span } = locate(source, targets, [...path, meant.name])
  return {
    ...refused,
    message: `the agent does not know what this step is: ${meant.message}`,
    hint: meant.hint,
    meant: meant.meant,
    span: key,
  }
}

/** Looks for the name under which the steps of a pipeline without steps stand. */
export function explainNoSteps(problem: ParseProblem, { value, source, targets }: ParsedPipeline): UnreadStep {
  const names = isMap(value) && !value.has('steps') ? Array.from(value.keys()) : []
  for (const name of names.filter((own) => !attributeNames.pipeline.includes(own))) {
    const isNear = suggest(name, ['steps']) !== undefined
    const hint = isNear ? 'did you mean "steps"?' : insteadOfForeign(name)
    const meant = isNear ? onlyMeant(name, attributeNames.pipeline) : undefined
    const { key = problem.span } = locate(source, targets, [name])
    if (hint !== undefined) return { ...problem, severity: 'error', hint, meant, span: key }
  }
  return { ...problem, hint: 'write steps: a list of steps' }
}

/** Whether a path leads to a step itself, not into one. */
function isStep(path: Path): boolean {
  return typeof path.at(-1) === 'number' && (path.length === 1 || path.at(-2) === 'steps')
}

/** What the schema has in the place of a value that does not fit. */
function fitting(pipeline: Value, path: Path): string | undefined {
  const start = path.findLastIndex((part, index) => typeof part === 'number' && isStep(path.slice(0, index + 1))) + 1
  const step = valueAt(pipeline, path.slice(0, start))
  const kind = step === undefined ? undefined : statedKind(step)
  if (step === undefined || typeof kind !== 'string' || kind === 'unknown') return undefined
  const inside = path.slice(start)
  const faults = validateStep(kind, toJson(step) as PlainMap)
  const value = valueAt(pipeline, path)
  if (path.at(-1) === 'plugins' && typeof value === 'string') return `write a list: - ${value}`
  const fault = faults.find(({ path: at }) => at.every((part, index) => part === inside[index]))
  if (fault === undefined) return undefined
  return `write ${fault.expected}${fault.example === undefined ? '' : `, such as ${fault.example}`}`
}

/** `{ command: { command: … } }`, which Buildkite's schema has and the agent does not read. */
function isNested(found: Value | undefined, path: Path): boolean {
  return isMap(found) && /^commands?$/.test(String(path.at(-1))) && (found.has('command') || found.has('commands'))
}

/** The text that a mapping of one entry was meant to be: `echo "TODO: x"`, in which YAML sees a key with a blank. */
function spiltText(value: Value | undefined): string | undefined {
  if (!isMap(value) || value.size !== 1) return undefined
  const [[name, rest] = ['', null]] = value
  const isText = /\s/.test(name) && (rest === null || typeof rest === 'string')
  return isText ? `${name}: ${rest ?? ''}`.trim().replaceAll("'", "''") : undefined
}

const wholeSteps = ['wait', 'block', 'input']

function insteadOfText(text: string): Pick<UnreadStep, 'hint' | 'meant'> {
  const near = suggest(text, wholeSteps)
  if (near === undefined) return { hint: `write a step of it: - command: ${text}` }
  return { hint: `did you mean "${near}"?`, meant: onlyMeant(text, wholeSteps) }
}

/** The only one of some names that a misspelled one comes near to. */
function onlyMeant(name: string, names: Iterable<string>): Replacement | undefined {
  const to = soleSuggestion(name, names)
  return to === undefined ? undefined : { from: name, to }
}

function knownType(type: Value | undefined): string | undefined {
  const near =
    typeof type === 'string' ? suggest(type, ['command', 'wait', 'block', 'input', 'trigger', 'group']) : undefined
  return near && `did you mean "${near}"?`
}

interface Meant {
  readonly name: string
  readonly message: string
  readonly hint: string
  readonly meant?: Replacement | undefined
}

/** The name that was meant to say what a step is. Returns undefined if none comes near. */
function meantBy(step: ValueMap): Meant | undefined {
  if (step.has('steps')) {
    return { name: 'steps', message: 'it has steps, and no "group"', hint: "add a name for the group: group: '…'" }
  }
  const names = Array.from(step.keys()).filter((name) => !attributeNames.command.includes(name))
  for (const name of names) {
    const near = suggest(name, kinds)
    if (near === undefined) continue
    const meant = onlyMeant(name, new Set(Object.values(attributeNames).flat()))
    return { name, message: `nothing is called "${name}"`, hint: `did you mean "${near}"?`, meant }
  }
  for (const name of names) {
    const hint = insteadOfForeign(name)
    if (hint !== undefined) return { name, message: `"${name}" is a word of another system`, hint }
  }
  return undefined
}

const kinds = ['command', 'commands', 'plugins', 'wait', 'block', 'input', 'trigger', 'group']

function valueAt(value: Value, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((inner, segment) => {
    if (isMap(inner)) return inner.get(String(segment))
    return Array.isArray(inner) ? (inner as readonly Value[])[Number(segment)] : undefined
  }, value)
}

function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === 'object' && value !== null && 'keys' in value && !Array.isArray(value)
}
