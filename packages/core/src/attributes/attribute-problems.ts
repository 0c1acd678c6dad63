import { attributeAliases, attributeNames, type PlainMap, type StepKind, stepKinds } from '@kitewright/schema'
import { type Problem, validatePipeline, validateStep } from '@kitewright/schema/validate'
import type { Graph, Node } from '../model/graph.ts'
import { insteadOfForeign } from './foreign-words.ts'
import { type FormDoubt, formDoubt } from './form-doubt.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { asMap } from './read-value.ts'
import { valueAt } from './value-at.ts'

/** What the schema says against a step or a pipeline, and what is known about that. */
export interface AttributeProblem extends Problem {
  readonly node: Node | undefined
  /**
   * `mistake`: what was meant is lost · `unknown`: an attribute that nothing in Buildkite is called, which is passed on and
   * ignored · `unusual`: a form that the schema does not have and running pipelines do.
   */
  readonly finding: 'mistake' | 'unknown' | 'unusual'
  /** What is known of an unusual form. */
  readonly doubt?: FormDoubt | undefined
  /** What to write instead of a name that means something elsewhere. */
  readonly instead?: string | undefined
  /** Whether the name is a word of another system. */
  readonly isForeign?: boolean | undefined
}

/** Attributes that do not exist, are missing, or hold what the schema does not take. */
export const attributeProblems: (graph: Graph) => readonly AttributeProblem[] = oncePerGraph((graph) =>
  inItsOwnWords([
    ...validatePipeline(checkedAttributes(graph)).flatMap((problem) => sorted(problem, undefined, graph.attributes)),
    ...graph.nodes.flatMap((node) =>
      withoutNamedOtherwise(
        validateStep(node.kind, checkedAttributes(node))
          .filter((problem) => problem.kind !== 'missing' || !isGivenRaw(problem.expected, node))
          .flatMap((problem) => sorted(problem, node, node.attributes)),
      ),
    ),
  ]),
)

/** What is missing is there under a word of another system, which is told. */
function withoutNamedOtherwise(problems: readonly AttributeProblem[]): readonly AttributeProblem[] {
  return problems.filter(
    ({ kind, expected }) =>
      kind !== 'missing' || !problems.some(({ instead }) => instead?.startsWith(`write ${expected}:`)),
  )
}

/** Where several attributes are another program's own, so is one that merely sounds like another system's. */
function inItsOwnWords(problems: readonly AttributeProblem[]): readonly AttributeProblem[] {
  const nobodys = problems.filter(({ finding, path }) => finding === 'unknown' && path.length === 1)
  if (new Set(nobodys.map(({ path }) => path[0])).size < 2) return problems
  return problems.map((problem) =>
    problem.isForeign === true ? { ...problem, finding: 'unknown', instead: undefined } : problem,
  )
}

/** The attributes whose types are checked: without those in `raw`. */
function checkedAttributes({ attributes, raw }: Pick<Node | Graph, 'attributes' | 'raw'>): PlainMap {
  if (raw.size === 0) return attributes
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !raw.has(name)))
}

/** What is missing may stand in `raw`; a step of nothing but `raw` is of a kind that only its author knows. */
function isGivenRaw(attribute: string, { raw, attributes }: Node): boolean {
  return raw.has(attribute) || (raw.size > 0 && Object.keys(attributes).every((name) => raw.has(name)))
}

function sorted(problem: Problem, node: Node | undefined, attributes: PlainMap): readonly AttributeProblem[] {
  if (problem.kind === 'unknown') return unknown(problem, node, attributes)
  const doubt = formDoubt(problem, valueAt(attributes, problem.path), node?.kind)
  return [{ ...problem, node, finding: doubt ? 'unusual' : 'mistake', doubt }]
}

function unknown(problem: Problem, node: Node | undefined, attributes: PlainMap): readonly AttributeProblem[] {
  const { path, suggestion } = problem
  const name = String(path.at(-1))
  const beside = asMap(valueAt(attributes, path.slice(0, -1)))
  if (path.length === 1 && node && isOtherName(name, node.kind, beside)) return []
  // A name beside the one that it is near to is no misspelling of that.
  const meant = suggestion !== undefined && Object.hasOwn(beside, suggestion) ? undefined : suggestion
  const elsewhere = meant === undefined ? insteadOf(problem, node, name) : undefined
  const isForeign = meant === undefined && elsewhere === undefined && path.length === 1
  const instead = isForeign ? insteadOfForeign(name) : elsewhere
  const finding = meant !== undefined || instead !== undefined ? 'mistake' : 'unknown'
  return [{ ...problem, suggestion: meant, node, finding, instead, isForeign }]
}

/** Whether a step has a second name, as `label` on a group: Buildkite takes the first (docs/spec/pipeline.md §3, §10). */
function isOtherName(name: string, kind: StepKind, beside: PlainMap): boolean {
  const usual = attributeAliases[kind][name]
  const isName = name === 'label' || name === 'name'
  const isText = typeof beside[name] !== 'object' || beside[name] === null
  return isName && isText && usual !== undefined && (kind === 'wait' || Object.hasOwn(beside, usual))
}

/** What to write instead of an attribute that has its place elsewhere. Returns undefined where nothing is lost with it. */
function insteadOf({ path }: Problem, node: Node | undefined, name: string): string | undefined {
  if (path[0] === 'notify' && path.length === 3) return buildServices.has(name) ? ofBuild(name) : undefined
  if (path.length > 1) return undefined
  if (node && buildServices.has(name)) return ofBuild(name)
  const owners = stepKinds.filter((kind) => attributeNames[kind].includes(name))
  if (owners.length === 0) return undefined
  if (node && isNeedless(name, node.kind)) return undefined
  if (node?.kind === 'trigger' && name === 'env')
    return 'write build: { env: { … } }: the build that it triggers gets it'
  const holdsSteps = node === undefined || node.kind === 'group'
  if (holdsSteps && owners.includes('command')) return `write ${name} on each step`
  return `take it out: ${owners.join(' and ')} steps have it`
}

/** Notifications that only a build can send (docs/spec/pipeline.md §11). */
const buildServices = new Set(['email', 'webhook', 'pagerduty_change_event'])

function ofBuild(service: string): string {
  return `${service} is for the whole build: write it in the notify of the pipeline`
}

/** Whether an attribute is one of jobs, on a step that runs none: nothing is lost with it. */
export function isNeedless(name: string, kind: StepKind): boolean {
  if (kind === 'trigger') return ofJobs.has(name)
  return (kind === 'wait' || kind === 'block' || kind === 'input') && (ofJobs.has(name) || name === 'env')
}

/** Attributes of a job. A trigger has an environment, though in another place. */
const ofJobs = new Set([
  'agents',
  'artifact_paths',
  'cache',
  'cancel_on_build_failing',
  'checkout',
  'image',
  'priority',
  'plugins',
  'retry',
  'secrets',
  'timeout_in_minutes',
])
