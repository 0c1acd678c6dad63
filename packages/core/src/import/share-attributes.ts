import type { Code, Entry, Program, Statement } from './code.ts'
import { call, object } from './code.ts'
import { withStatements } from './place-statements.ts'
import { linesOf } from './print-code.ts'
import { rewriteProgram } from './rewrite-code.ts'
import { setTexts } from './set-texts.ts'
import { attributesOf } from './step-lists.ts'

/** Attributes by which a step differs from others by its nature. */
const ownAttributes = new Set('label key command depends_on steps raw fields matrix block input trigger'.split(' '))

/** What part of the steps that have one of the attributes has them all. */
const cohesion = 0.5

/** Lines that a const has to save. */
const worthwhile = 3

/** Makes a const of attributes that stand together in several steps, which these spread. */
export function shareAttributes(program: Program): Program {
  const statements: Statement[] = []
  let changed = program
  for (let set = bestSet(changed); set !== undefined; set = bestSet(changed)) {
    const mark = `set ${statements.length}`
    const code: Code = { form: 'as', code: object(set), type: 'const' }
    statements.push({ name: mark, texts: setTexts(set), noun: 'defaults', code })
    changed = withSpread(changed, set, mark)
  }
  return withStatements(changed, statements)
}

/** The attributes whose const saves most lines. Returns undefined if none saves enough. */
function bestSet(program: Program): readonly Entry[] | undefined {
  const steps = stepsOf(program)
  const uses = (keys: readonly string[]): number => steps.filter((step) => keys.every((key) => step.has(key))).length
  let best: { readonly set: readonly Entry[]; readonly saved: number } | undefined
  for (const [keys, set] of commonSets(steps)) {
    const count = uses(keys)
    const mostUsed = Math.max(...keys.map((key) => uses([key])))
    const lines = linesOf(set.map((entry) => ({ code: object([entry]) })))
    const saved = count * (lines - 1) - linesOf([{ code: object(set) }]) - 1
    if (count < 3 || count < mostUsed * cohesion || saved < worthwhile || saved <= (best?.saved ?? 0)) continue
    best = { set, saved }
  }
  return best?.set
}

/** The attributes of a step that are the same in others, by their text. */
type Step = ReadonlyMap<string, Entry>

function stepsOf(program: Program): readonly Step[] {
  const steps: Step[] = []
  rewriteProgram(program, (code) => {
    if (isStep(code))
      steps.push(new Map((attributesOf(code) ?? []).filter(isShareable).map((entry) => [textOf(entry), entry])))
    return undefined
  })
  return steps
}

const isStep = (code: Code): boolean => code.form === 'call' && ['command', 'trigger'].includes(code.callee)

const isShareable = (entry: Entry): boolean => 'key' in entry && !ownAttributes.has(entry.key)

const textOf = (entry: Entry): string => JSON.stringify(entry)

/** The sets of several attributes that some two steps have in common. */
function commonSets(steps: readonly Step[]): ReadonlyMap<readonly string[], readonly Entry[]> {
  const kinds = [...new Map(steps.map((step) => [[...step.keys()].toSorted().join('\n'), step])).values()]
  const found = new Map<string, readonly [readonly string[], readonly Entry[]]>()
  for (const [index, step] of kinds.entries()) {
    for (const other of kinds.slice(index)) {
      const keys = [...step.keys()].filter((key) => other.has(key))
      const set = keys.flatMap((key) => step.get(key) ?? [])
      if (keys.length > 1) found.set(keys.toSorted().join('\n'), [keys, set])
    }
  }
  return new Map(found.values())
}

function withSpread(program: Program, set: readonly Entry[], mark: string): Program {
  const texts = new Set(set.map(textOf))
  const isInSet = (entry: Entry): boolean => texts.has(textOf(entry))
  const spread: Entry = { spread: { form: 'name', name: mark } }
  return rewriteProgram(program, (code) => {
    const entries = isStep(code) ? attributesOf(code) : undefined
    if (code.form !== 'call' || entries === undefined || entries.filter(isInSet).length < set.length) return undefined
    const first = entries.findIndex(isInSet)
    return call(code.callee, object(entries.toSpliced(first, 0, spread).filter((entry) => !isInSet(entry))))
  })
}
