import { assert, constantFrom, object, property } from 'fast-check'
import { expect, test } from 'vitest'
import { interpolatedText } from '../interpolated.ts'
import { stepKinds } from '../generated/step-kind.ts'
import { validatePipeline, validateStep } from './validate.ts'

const interpolated = (text: string): object => ({ [interpolatedText]: text })

/** The problems of a step, as `path: message → suggestion`. */
function told(problems: ReturnType<typeof validateStep>): readonly string[] {
  return problems.map(({ path, kind, message, suggestion }) =>
    [`${path.join('.')} ${kind}: ${message}`, suggestion ?? []].flat().join(' → '),
  )
}

test.each([
  [{ comand: 'make' }, 'comand unknown: the command step has no attribute "comand" → command'],
  [{}, ' missing: the command step lacks "command"'],
  [null, ' type: the command step is null, expected an object'],
  [{ command: 'make', name: 'x' }, 'name unknown: the command step has no attribute "name" → label'],
  [
    { command: 'make', prompt: 'x' },
    'prompt unknown: the command step has no attribute "prompt"; it belongs to block or input steps',
  ],
  [{ command: () => 'make' }, 'command type: command is a function, expected text or a list of texts'],
  [{ command: ['make', undefined] }, 'command.1 type: command[1] is undefined, expected text'],
  [
    { command: 'make', timeout_in_minutes: '5' },
    'timeout_in_minutes type: timeout_in_minutes is the text "5", expected a whole number',
  ],
  [
    { command: 'make', timeout_in_minutes: '$T' },
    'timeout_in_minutes type: timeout_in_minutes is the text "$T", expected a whole number',
  ],
  [
    { command: 'make', timeout_in_minutes: 0 },
    'timeout_in_minutes limit: timeout_in_minutes is 0, expected at least 1',
  ],
  [
    { command: 'make', timeout_in_minutes: 1.5 },
    'timeout_in_minutes type: timeout_in_minutes is 1.5, expected a whole number',
  ],
  [
    { command: 'make', concurrency_group: 'x'.repeat(201) },
    'concurrency_group limit: concurrency_group has 201 characters, expected at most 200',
  ],
  [{ command: 'make', key: 'a b' }, 'key pattern: key "a b" holds characters that are not allowed'],
  [
    { command: 'make', key: '0f0f0f0f-0000-0000-0000-000000000000' },
    'key pattern: key "0f0f0f0f-0000-0000-0000-000000000000" looks like a UUID',
  ],
  [
    { command: 'make', concurrency_method: 'orderd' },
    'concurrency_method value: concurrency_method is the text "orderd", expected "ordered" or "eager" → ordered',
  ],
  [{ command: 'make', env: { A: { b: 1 } } }, 'env.A type: env.A is an object, expected text, a number or a boolean'],
  [{ command: 'make', env: ['A=b'] }, 'env type: env is a list, expected an object'],
  [
    { command: 'make', agents: 'queue=x' },
    'agents type: agents is the text "queue=x", expected an object or a list of texts',
  ],
  [{ command: 'make', secrets: null }, 'secrets type: secrets is null, expected a list or an object'],
  [{ command: 'make', secrets: { TOKEN: '' } }, 'secrets.TOKEN limit: secrets.TOKEN is empty, expected some text'],
  [{ command: 'make', plugins: 'docker#v5' }, 'plugins type: plugins is the text "docker#v5", expected a list'],
  [{ command: 'make', checkout: true }, 'checkout type: checkout is true, expected an object'],
  [
    { command: 'make', checkout: { skip: 'true' } },
    'checkout.skip type: checkout.skip is the text "true", expected a boolean',
  ],
  [
    { command: 'make', checkout: { depth: '5' } },
    'checkout.depth type: checkout.depth is the text "5", expected a whole number',
  ],
  [{ command: 'make', cache: { paths: ['a'], nam: 'x' } }, 'cache.nam unknown: cache has no attribute "nam" → name'],
  [
    { command: 'make', retry: { automatic: [{ limt: 2 }] } },
    'retry.automatic.0.limt unknown: retry.automatic[0] has no attribute "limt" → limit',
  ],
  [
    { command: 'make', retry: { automatic: { limit: 11 } } },
    'retry.automatic.limit limit: retry.automatic.limit is 11, expected at most 10',
  ],
  [
    { command: 'make', retry: { automatic: { exit_status: '1' } } },
    'retry.automatic.exit_status type: retry.automatic.exit_status is the text "1", expected "*", a whole number or a list of whole numbers',
  ],
  [{ command: 'make', retry: interpolated('$R') }, 'retry type: retry is filled in by the agent, expected an object'],
  [
    { command: 'make', soft_fail: { exit_status: 1 } },
    'soft_fail type: soft_fail is an object, expected a boolean or a list of objects',
  ],
  [{ command: 'make', notify: [{ emial: 'x' }] }, 'notify.0.emial unknown: notify[0] has no attribute "emial"'],
  [{ command: 'make', notify: [{ slak: '#x' }] }, 'notify.0.slak unknown: notify[0] has no attribute "slak" → slack'],
  [
    { command: 'make', notify: [{}] },
    'notify.0 missing: notify[0] lacks one of basecamp_campfire, slack, github_commit_status or github_check',
  ],
  [
    { command: 'make', notify: [{ slack: { chanels: ['#x'] } }] },
    'notify.0.slack.chanels unknown: notify[0].slack has no attribute "chanels" → channels',
  ],
  [
    { command: 'make', notify: ['github_chek'] },
    'notify.0 value: notify[0] is the text "github_chek", expected "github_check", "github_commit_status" or an object → github_check',
  ],
  [{ command: 'make', matrix: 'x' }, 'matrix type: matrix is the text "x", expected a list or an object'],
  [
    { command: 'make', matrix: { setup: { 'a-b': ['x'] } } },
    'matrix.setup.a-b pattern: matrix.setup.a-b "a-b" holds characters that are not allowed',
  ],
  [
    { command: 'make', matrix: { setup: ['a'], adjustments: [{ with: ['a'] }] } },
    'matrix.adjustments.0.with type: matrix.adjustments[0].with is a list, expected an object, text, a whole number or a boolean',
  ],
  [
    { command: 'make', matrix: { setup: Array.from({ length: 26 }, String) } },
    'matrix.setup limit: matrix.setup has 26 items, expected at most 25',
  ],
  [{ command: 'make', matrix: { os: ['a'] } }, 'matrix missing: matrix lacks "setup"'],
  [{ command: 'make', if_changed: { exclude: '*.md' } }, 'if_changed missing: if_changed lacks "include"'],
])('one mistake in a command step is one problem: %j', (step, expected) => {
  expect(told(validateStep('command', step))).toEqual([expected])
})

test.each([
  [
    'block',
    { block: 'x', command: 'make' },
    'command unknown: the block step has no attribute "command"; it belongs to command steps',
  ],
  [
    'block',
    { block: 'x', blocked_state: 'pased' },
    'blocked_state value: blocked_state is the text "pased", expected "passed", "failed" or "running" → passed',
  ],
  [
    'block',
    { block: 'x', fields: [{ text: 'a', ky: 'b' }] },
    'fields.0.ky unknown: fields[0] has no attribute "ky" → key',
  ],
  [
    'input',
    { input: 'x', fields: [{ select: 'a', key: 'b', options: [] }] },
    'fields.0.options limit: fields[0].options is empty, expected at least 1 item',
  ],
  ['input', { prompt: 'x' }, ' missing: the input step lacks "input"'],
  [
    'wait',
    { continue_on_failure: 'yes' },
    'continue_on_failure type: continue_on_failure is the text "yes", expected a boolean',
  ],
  [
    'trigger',
    { trigger: 'x', build: { brnch: 'main' } },
    'build.brnch unknown: build has no attribute "brnch" → branch',
  ],
  [
    'trigger',
    { trigger: 'x', timeout_in_minutes: 5 },
    'timeout_in_minutes unknown: the trigger step has no attribute "timeout_in_minutes"; it belongs to command steps',
  ],
  [
    'group',
    { group: 'x', concurrency: 1 },
    'concurrency unknown: the group step has no attribute "concurrency"; it belongs to command steps',
  ],
] as const)('one mistake in a %s step is one problem: %j', (kind, step, expected) => {
  expect(told(validateStep(kind, step))).toEqual([expected])
})

test('what a pipeline holds beside its steps is validated too', () => {
  expect(told(validatePipeline({ env: { A: [1] }, agent: { queue: 'x' }, notify: [{ email: 5 }] }))).toEqual([
    'env.A type: env.A is a list, expected text, a number or a boolean',
    'agent unknown: the pipeline has no attribute "agent" → agents',
    'notify.0.email type: notify[0].email is 5, expected text',
  ])
})

test.each([
  [
    'command',
    {
      command: 'make',
      timeout_in_minutes: interpolated('$T'),
      soft_fail: interpolated('$S'),
      env: { A: interpolated('$A') },
    },
  ],
  ['command', { plugins: ['docker#v5', { 'a#v1': { deep: [null, 1, { x: interpolated('$X') }] } }] }],
  ['command', { command: 'make', label: undefined, retry: undefined }],
  ['wait', {}],
  ['group', { group: null }],
] as const)('what is right has no problem: %s', (kind, step) => {
  expect(validateStep(kind, step)).toEqual([])
})

test('YAML may use other spellings and forms', () => {
  const step = {
    commands: 'make',
    name: 'Unit',
    id: 'unit',
    timeout: 5,
    async: undefined,
    soft_fail: 'true',
    parallelism: '$N',
  }
  expect(validateStep('command', step, { spelling: 'wire' })).toEqual([])
  expect(validatePipeline({ anchors: { any: 'thing' }, steps: ['wait'] }, { spelling: 'wire' })).toEqual([])
})

test('no value makes the validators throw, and every problem leads to its place', () => {
  const anything = object({ withNullPrototype: true, withDate: true })
  assert(
    property(constantFrom(...stepKinds), anything, (kind, step) => {
      for (const { path } of validateStep(kind, step)) expect(leadsInto(step, path)).toBe(true)
    }),
  )
})

function leadsInto(value: unknown, path: readonly (string | number)[]): boolean {
  const [first, ...rest] = path
  if (first === undefined) return true
  return typeof value === 'object' && value !== null && first in value && leadsInto(value[first as never], rest)
}
