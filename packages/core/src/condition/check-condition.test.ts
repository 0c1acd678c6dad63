import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specTable } from '../../../../test/spec-table.ts'
import { checkCondition, type ConditionEntry } from './check-condition.ts'

/** A line of the truth table of Buildkite's reference evaluator. */
interface Case {
  readonly id: string
  readonly mode: 'validate' | 'evaluate'
  readonly entry: ConditionEntry
  readonly expr: string
  readonly expect: boolean | 'ok' | { readonly error: string }
}

const { cases } = specTable<{ readonly cases: readonly Case[] }>('conditionals-cases.json')

/** The table answers notifications with false for any mistake, and refuses a blank build condition only in a build. */
const isStatic = ({ entry, expect: expected, expr }: Case): boolean =>
  expr.trim() !== '' && (expected !== false || !entry.endsWith('notification'))

describe('the table of conditions', () => {
  test.each(cases.filter(isStatic))('$id: $expr', ({ expr, entry, expect: expected }) => {
    const kinds = new Set(checkCondition(expr, entry).map((problem) => problem.kind))
    const error = typeof expected === 'object' && expected.error !== 'evaluation' ? [expected.error] : []
    expect([...kinds]).toEqual(error)
  })
})

/** The message, the text it points at, and what is proposed instead. */
function explain(text: string, entry: ConditionEntry = 'build_condition'): readonly string[] {
  return checkCondition(text, entry).map(({ start, end, message, suggestion }) => {
    const meant = suggestion === undefined ? '' : ` → ${suggestion}`
    return `${text.slice(start, end)}: ${message}${meant}`
  })
}

test.each([
  ['build.branch = "main"', '=: "=" compares nothing: write "==" → =='],
  ['build.branch === "main"', '===: there is no "===": write "==" → =='],
  ['build.branch == "main" and true', 'and: there is no "and": write "&&" → &&'],
  ['not build.fixed', 'not: there is no "not": write "!" → !'],
  ['build.number > 5', '>: there is no ">": conditions know no order, only == and !='],
  ['build.branch == “main”', '“: typographic quotes quote nothing: write " → "'],
  ['build.branch == "main', '"main: the string has no closing "'],
  ['(build.fixed', '(: the "(" has no closing ")"'],
  ['build.fixed)', '): ")" stands where it means nothing'],
  ['build.fixed ? true', '?: the "?" has no ":" with what holds otherwise'],
  ['build.branch ==', ': the condition ends where a value is missing'],
  ['true || ${A!} == "x"', '!: "!" is none of the forms of "${NAME}": :-word, :+word, :?, :offset:length'],
  ['true || "a${A:-${}}" == "x"', '${}: a variable name is missing after "${"'],
  ['build.branch "main"', '"main": an operator such as == or && is missing before "main"'],
  ['["a",] includes build.tag', ',: the comma before "]" is not allowed'],
  ['build.tag =~ /v/g', 'g: the only flag of a regular expression is "i", not "g"'],
  ['build.tag =~ /(?<=v)1/', '(?<=: Buildkite refuses this regular expression: look-behind ("(?<=") is not allowed'],
  [
    'build.tag =~ /a++/',
    '++: Buildkite refuses this regular expression: possessive quantifiers ("++") are not allowed',
  ],
  ['build.tag =~ /(v/', '(: Buildkite refuses this regular expression: the "(" is never closed'],
  [
    'build.tag =~ /[[:digits:]]/',
    '[:digits:]: Buildkite refuses this regular expression: there is no character class "[:digits:]"',
  ],
  ['build.branhc == "main"', 'build.branhc: variable "build.branhc" does not exist → build.branch'],
  ['build.branch == main', 'main: variable "main" does not exist: text stands in quotes → "main"'],
  ['pipeline.name == "x"', 'pipeline.name: variable "pipeline.name" does not exist → pipeline.slug'],
  [
    'build.env.FOO == "x"',
    'build.env.FOO: "build.env.FOO" does not exist: environment variables are read by build.env("FOO") → build.env("FOO")',
  ],
  ['build.meta_data == "x"', 'build.meta_data: "build.meta_data" does not exist: conditions cannot see meta-data'],
  ['step.key == "x"', 'step.key: step.key is not available here: step.* exists only in the notifications of a step'],
  ['envv("A") == ""', 'envv: function "envv" does not exist: there are only env("NAME") and build.env("NAME") → env'],
  ['env() == ""', 'env(): env("NAME") takes one name, not 0'],
  ['env("$A") == "" && env(\'$A\') == ""', '\'$A\': "$A": name the environment variable without "$" → "A"'],
  [
    'env("BUILDKITE_BRANCHES") == ""',
    '"BUILDKITE_BRANCHES": conditions cannot see BUILDKITE_BRANCHES: Buildkite shows them only some of its own variables → "BUILDKITE_BRANCH"',
  ],
  ['build.state =~ /fail/', 'build.state: "=~" cannot look into build.state: compare it with == instead'],
  ['"passed" == build.state', 'build.state: build.state must stand on the left of "=="'],
  [
    'build.source == "webhok"',
    '"webhok": build.source is never "webhok", only ui, api, webhook, trigger_job, schedule, pipeline_trigger → "webhook"',
  ],
  [
    '!build.creator.teams includes "a"',
    '!build.creator.teams: "!" binds tighter than "includes": write !(… includes …)',
  ],
  ['!build.branch == "main"', '!build.branch: "!" binds tighter than "==": write !(… == …)'],
  ['!build.branch', 'build.branch: "!" negates true or false, not a string'],
  ['!build.fixed includes "a"', '!build.fixed: "!" binds tighter than "includes": write !(… includes …)'],
  ['build.message includes "wip"', 'build.message: "includes" searches a list of strings: search a string with =~ /…/'],
  ['build.branch =~ "a/b"', '"a/b": the right side of "=~" is a regular expression between slashes → /a\\/b/'],
  ['build.pull_request.id == 12', '12: a string is never equal to a number → "12"'],
  ['build.branch', 'build.branch: the condition yields a string, not true or false: compare it with something'],
  [
    '(build.fixed ? "a" : 1) == "a"',
    '1: both values of "? :" must be alike: a string is never equal to a number → "1"',
  ],
])('%s', (text, explanation) => {
  expect(explain(text)).toEqual([explanation])
})

test('reports every mistake of a condition, in the order of its text', () => {
  expect(explain('build.brnch == "x" && build.state == "fial" || !build.tag')).toEqual([
    'build.brnch: variable "build.brnch" does not exist → build.branch',
    expect.stringContaining('"fial": build.state is never "fial"'),
    'build.tag: "!" negates true or false, not a string',
  ])
})

test('never throws and points inside the text, whatever the text', () => {
  const fragment = fc.constantFrom(
    ...'()[]!?:,/"\'$ab.{}\\|&=~-^*+ \n',
    'build.tag',
    'includes',
    '${',
    '=~ /',
    'env(',
    '(?i)',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (condition) => {
      for (const { start, end } of checkCondition(condition, 'step_notification'))
        expect(0 <= start && start <= end && end <= condition.length).toBe(true)
    }),
  )
})

test.each(['(', '!', '[', '"${a-', '${a-', 'true ? ', 'a == ', 'env(', 'a =~ /(', 'true && '])(
  'bears %s a hundred thousand times',
  (part) => {
    expect(checkCondition(part.repeat(100_000), 'build_condition')).toHaveLength(1)
  },
)

test.each(['${a-', "${a-'", '${a:-"', '${${', "'${"])('reads a string of a hundred thousand %s as text', (part) => {
  expect(checkCondition(`"${part.repeat(100_000).replaceAll('"', '\\"')}" == ""`, 'build_condition')).toEqual([])
})
