import { interpolatedKey } from '@kitewright/schema'
import * as fc from 'fast-check'
import {
  block,
  command,
  externalStep,
  group,
  input,
  interpolated,
  type PipelineOptions,
  type Step,
  trigger,
  wait,
} from 'kitewright'
import { nastyText } from './nasty-text.ts'

/** What settles nothing at a glance comes seldom: most pipelines have none of it, or one thing alone. */
function mostly<Usual, Odd>(usual: fc.Arbitrary<Usual>, odd: fc.Arbitrary<Odd>): fc.Arbitrary<Usual | Odd> {
  return fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: odd })
}

function seldom<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return mostly(fc.constant(undefined), value)
}

const loud = '$ $$A \\${B} {{ {{matrix}} \0 \ud83d \ude80 _TOKEN A_PASSWORD AKIA0123456789ABCDEF a://b:c@d'.split(' ')
const oddText = fc.oneof(
  nastyText.map((text) => `$${text}`),
  fc.array(fc.constantFrom(...loud), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  fc.integer({ min: 50, max: 2000 }).map((length) => '🚀"'.repeat(length)),
)
const plainText = nastyText.map((text) => text.replaceAll(/[$\0]/g, '').replaceAll(/\{+/g, '{'))
const text = mostly(plainText, oddText)
// The agent leaves an empty label out.
const label = mostly(
  plainText.map((all) => all || 'a'),
  oddText,
)
const name = mostly(label, fc.oneof(fc.constant(''), text.map(interpolatedKey)))
const list = fc.array(text, { maxLength: 3 })
const number = mostly(fc.integer(), fc.constantFrom(0.5, Number.NaN, 2 ** 53))
const scalar = fc.oneof({ weight: 4, arbitrary: text }, number, fc.boolean())

function map(values: fc.Arbitrary<unknown>, names = name): fc.Arbitrary<object> {
  return fc.dictionary(names as fc.Arbitrary<string>, values, { minKeys: 1, maxKeys: 3 })
}

const variables = map(
  text,
  mostly(
    fc.stringMatching(/^[A-Z_]\w{0,8}$/).filter((variable) => !/_(?:TOKEN|PASSWORD|SECRET|[A-Z]*KEY)$/.test(variable)),
    name,
  ),
)
const slug = mostly(fc.stringMatching(/^[a-z0-9-]{1,9}$/), text)
const line = mostly(
  text.map((all) => `run ${all}`),
  text,
)
const paths = mostly(
  text.map((all) => (typeof all === 'string' ? all.replaceAll(',', '') : all)),
  text,
)

const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('value'), { maxLength: 3 }), map(tie('value'))),
}))
const rule = { exit_status: -1, limit: 2 }
const retry = fc.constantFrom({ automatic: true }, { automatic: rule }, { automatic: [rule] })
const manyRetries = fc.constantFrom({ automatic: [{ exit_status: '*' }, rule] }, { manual: { reason: 'a' } })

const anyOwner = {
  env: variables,
  agents: fc.oneof(map(text), list),
  image: text,
  priority: mostly(fc.integer(), text),
  raw: seldom(map(anything)),
  allow: seldom(map(text)),
  cache: seldom(text),
  notify: seldom(list),
  secrets: seldom(list),
}
const anyStep = {
  key: mostly(
    fc.uuid().map((id) => `a${id}`),
    text,
  ),
  label: mostly(label, text.map(interpolated)),
  allow_dependency_failure: fc.boolean(),
  skip: fc.oneof(fc.boolean(), mostly(fc.string({ maxLength: 35, unit: 'binary' }), text)),
  raw: seldom(map(anything)),
  allow: seldom(map(text)),
  if: seldom(text),
  branches: seldom(text),
  soft_fail: seldom(anything),
}
const job = {
  ...anyOwner,
  ...anyStep,
  command: fc.oneof(line, fc.array(line, { minLength: 1, maxLength: 3 })),
  artifact_paths: fc.oneof(paths, fc.array(paths, { maxLength: 3 })),
  timeout_in_minutes: fc.integer({ min: 1, max: 99 }),
  retry: mostly(retry, manyRetries),
  plugins: seldom(fc.array(fc.oneof(text, map(anything)))),
  matrix: seldom(list),
  concurrency: seldom(anything),
}
const build = fc.record({ message: text, branch: text, env: variables, meta_data: map(text) }, { requiredKeys: [] })
const question = { prompt: text, submit: text, allowed_teams: list, fields: seldom(fc.array(map(anything))) }

/** Steps with some of the attributes, and one always. */
function stepsOf(make: unknown, required: string, options: object): fc.Arbitrary<Step> {
  return fc.record(options, { requiredKeys: [required] as never }).map(make as (options: object) => Step)
}

const jobs = stepsOf(command, 'command', job)
const step = fc.oneof(
  { weight: 60, arbitrary: jobs },
  { weight: 20, arbitrary: stepsOf(trigger, 'trigger', { ...anyStep, trigger: slug, build, async: fc.boolean() }) },
  { weight: 20, arbitrary: stepsOf(input, 'input', { ...question, input: text }) },
  { weight: 20, arbitrary: fc.tuple(text, jobs).map(([named, only]) => group({ group: named, steps: [only] })) },
  stepsOf(block, 'block', { ...question, block: text }),
  stepsOf(wait, 'key', { key: text }),
)

const needed = command({ key: 'needed', command: 'a' })
const also = command({ key: 'also', command: 'a', depends_on: needed })
const dependencies = fc.oneof(
  fc.constantFrom(undefined, needed),
  text.map(externalStep),
  mostly(fc.constant(also), fc.constant([needed, also])),
)

/** Pipelines with texts of all kinds wherever their authors may write one, and now and then what the checks look at. */
export const freePipeline: fc.Arbitrary<PipelineOptions> = fc
  .record({
    own: fc.record({ ...anyOwner, gates: seldom(fc.constant({ neded: 'also' })) }, { requiredKeys: [] }),
    some: fc.array(step, { maxLength: 2 }),
    dependencies,
  })
  .map(({ own, some, dependencies: named }) => {
    const steps = [needed, also, some, command({ command: 'a', depends_on: named })]
    return { ...own, steps } as PipelineOptions
  })
