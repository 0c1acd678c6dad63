import { attributeNames } from '@kitewright/schema'
import { anchorHolders, followed, sharedNodes } from './anchors.ts'
import type { Anchors } from './anchors.ts'
import { list, name, object } from './code.ts'
import type { Code, Entry, ListItem, Program, Statement } from './code.ts'
import { fitsAttribute } from './fits-attribute.ts'
import { isJsonObject } from '../agent/json.ts'
import { mergedPairs } from '../parse/merged-pairs.ts'
import type { ParsedPipeline } from '../parse/parse-document.ts'
import type { SourceNode } from '../parse/source.ts'
import type { PlannedStep } from './planned-step.ts'
import { runCode } from './run-code.ts'
import { stepCode } from './step-code.ts'
import type { Manner } from './step-code.ts'
import { stepTexts } from './step-texts.ts'
import { commentOf, inside, joinComments, keyed, valueCode } from './value-code.ts'
import type { Place } from './value-code.ts'

/** What is decided for each step before the code is built. */
export interface Decisions {
  readonly mannerOf: (step: PlannedStep) => Manner
  readonly rawOf: (step: PlannedStep | undefined) => ReadonlySet<string>
}

/** Builds the module: consts in an order in which each is known before it is used, then the pipeline. */
export function buildProgram(pipeline: ParsedPipeline, steps: readonly PlannedStep[], decisions: Decisions): Program {
  const { source, targets } = pipeline
  const statements: Statement[] = []
  const scope = new Map<string, unknown>()
  const building = new Set<SourceNode | PlannedStep>()
  const consts = new Map<SourceNode | PlannedStep, string>()
  const shared = new Set(sharedNodes(source, targets))
  const stepOfNode = new Map(steps.toReversed().map((planned) => [planned.node, planned]))
  const byKey = new Map(steps.toReversed().flatMap((planned) => keyOf(planned, decisions)))

  const declare = (
    subject: SourceNode | PlannedStep,
    texts: readonly (string | undefined)[],
    noun: string,
    code: () => Code,
    comment?: string,
  ): string | undefined => {
    const known = consts.get(subject)
    if (known !== undefined || building.has(subject)) return known
    building.add(subject)
    const built = code()
    building.delete(subject)
    const constName = `const ${statements.length}`
    statements.push({ name: constName, texts, noun, code: built, comment })
    scope.set(constName, runCode(built, scope))
    consts.set(subject, constName)
    return constName
  }

  const anchors: Anchors = {
    targets,
    constOf(node) {
      const target = followed(node, targets)
      const planned = stepOfNode.get(target)
      if (planned !== undefined) return target === node ? undefined : stepConst(planned)
      if (!shared.has(target) || target === source) return undefined
      const place: Place = {
        owner: 'unknown',
        path: [],
        anchors: { ...anchors, constOf: (inner) => (inner === target ? undefined : anchors.constOf(inner)) },
      }
      return declare(target, [target.anchor], 'shared', () => asConst(valueCode(target, place)), commentOf(target))
    },
  }

  const stepConst = (planned: PlannedStep): string | undefined =>
    declare(planned, stepTexts(planned.step), 'step', () => codeOf(planned), commentOf(planned.node))

  const codeOf = (planned: PlannedStep): Code =>
    stepCode({
      planned,
      manner: decisions.mannerOf(planned),
      raw: decisions.rawOf(planned),
      place: { owner: planned.step.kind, path: [], anchors },
      names: {
        hasKey: (key) => byKey.has(key),
        constOf: (key) => {
          const target = byKey.get(key)
          return target === undefined || target === planned ? undefined : stepConst(target)
        },
      },
      scope,
      children: decisions.mannerOf(planned) === 'raw' ? [] : planned.children.map((child) => stepItem(child).code),
    })

  /** A bare barrier is written where it stands; every other step is a const. */
  const stepItem = (planned: PlannedStep): ListItem => {
    const isNamed = planned.constructor !== 'wait' || keyOf(planned, decisions).length > 0
    const constName = isNamed ? stepConst(planned) : undefined
    return constName === undefined
      ? { code: codeOf(planned), comment: commentOf(planned.node) }
      : { code: name(constName) }
  }

  const place: Place = { owner: 'pipeline', path: [], anchors }
  const inGroups = new Set(steps.flatMap(({ children }) => children))
  const stepList = (): Code => ({ form: 'list', items: steps.filter((step) => !inGroups.has(step)).map(stepItem) })
  const value = pipelineCode(source, place, decisions.rawOf(undefined), scope, stepList, anchorHolders(pipeline))
  const end = source.kind === 'map' || source.kind === 'list' ? source.comment : undefined
  return {
    comment: headComment(source),
    statements,
    pipeline: value,
    isComputed: steps.length === 0,
    pipelineComment: end,
  }
}

// What stands on top of the file is about the file, even where no blank line follows it.
function headComment(source: SourceNode): string | undefined {
  const first = source.kind === 'map' ? source.pairs[0]?.key : undefined
  return source.commentBefore ?? first?.commentBefore
}

function keyOf(planned: PlannedStep, decisions: Decisions): readonly (readonly [string, PlannedStep])[] {
  const { json } = planned.step
  const key = isJsonObject(json) ? json['key'] : undefined
  const isTyped =
    decisions.mannerOf(planned) !== 'raw' && planned.step.kind !== 'unknown' && !decisions.rawOf(planned).has('key')
  return typeof key === 'string' && isTyped ? [[key, planned]] : []
}

// Words of a list stay words to the compiler.
function asConst(code: Code): Code {
  return code.form === 'list' || code.form === 'object' ? { form: 'as', code, type: 'const' } : code
}

const isSteps = (entry: Entry): boolean => 'key' in entry && entry.key === 'steps'

function pipelineCode(
  source: SourceNode,
  place: Place,
  untyped: ReadonlySet<string>,
  scope: ReadonlyMap<string, unknown>,
  stepList: () => Code,
  holders: ReadonlySet<string>,
): Code {
  if (source.kind !== 'map') return stepList()
  const typed: Entry[] = []
  const raw: Entry[] = []
  for (const { name: key, key: keyNode, value } of uniquePairs(source, place)) {
    if (holders.has(key)) continue
    const comment = attributeComment(source, keyNode, key === 'steps' ? undefined : value)
    if (key === 'steps') {
      typed.push({ key, value: stepList(), comment })
      continue
    }
    const here = inside(place, key)
    const code = valueCode(value, here)
    const isTyped = !untyped.has(key) && attributeNames.pipeline.includes(key)
    const fits = isTyped && fitsAttribute('pipeline', key, runCode(code, scope))
    const cast: Code = fits || !isTyped ? code : { form: 'as', code, type: 'never' }
    ;(isTyped ? typed : raw).push({ ...keyed(key, here), value: cast, comment })
  }
  const [only] = typed
  if (typed.length === 1 && raw.length === 0 && only !== undefined && isSteps(only) && only.comment === undefined)
    return 'value' in only ? only.value : stepList()
  const steps = typed.some(isSteps) ? [] : [{ key: 'steps', value: list([]) }]
  return object([...typed, ...(raw.length === 0 ? [] : [{ key: 'raw', value: object(raw) }]), ...steps])
}

function attributeComment(source: SourceNode, key: SourceNode, value: SourceNode | undefined): string | undefined {
  const isHead = source.kind === 'map' && source.pairs[0]?.key === key && source.commentBefore === undefined
  const above = isHead ? undefined : key.commentBefore
  return joinComments(above, value === undefined ? undefined : joinComments(key.comment, commentOf(value)))
}

function uniquePairs(
  source: SourceNode,
  { anchors }: Place,
): readonly { readonly name: string; readonly key: SourceNode; readonly value: SourceNode }[] {
  if (source.kind !== 'map') return []
  return [...new Map(mergedPairs(source, anchors.targets).pairs.map((pair) => [pair.name, pair])).values()]
}
