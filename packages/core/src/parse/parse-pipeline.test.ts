import { describe, expect, test } from 'vitest'
import { specTable } from '../../../../test/spec-table.ts'
import { parsePipeline } from './parse-pipeline.ts'
import { withoutIfChanged } from './without-if-changed.ts'

interface NormaliseCase {
  readonly group: string
  readonly yaml: string
  readonly interpolate: boolean
  readonly uploads: readonly unknown[]
  readonly warning: boolean
  readonly error?: string
}

const casesOf = (table: string): readonly NormaliseCase[] =>
  specTable<{ readonly cases: readonly NormaliseCase[] }>(table).cases.filter(({ interpolate }) => !interpolate)

const plain = casesOf('normalise-cases.json')

describe('as the agent was seen to read it', () => {
  const all = [...plain, ...casesOf('odd-cases.json')]
  test.each(all.map((each) => [`${each.group}: ${each.yaml.trim()}`, each] as const))('%s', (_name, each) => {
    const { pipelines, problems } = parsePipeline(each.yaml)
    expect({
      uploads: pipelines.map(({ canonical, steps }) => withoutIfChanged(canonical, steps)),
      warning: problems.some(({ severity, silent }) => severity === 'warning' && silent !== true),
      error: problems.some(({ severity }) => severity === 'error'),
    }).toEqual({ uploads: each.uploads, warning: each.warning, error: each.error !== undefined })
  })

  test('the canonical form is its own canonical form', () => {
    for (const { canonical } of plain.flatMap(({ yaml }) => parsePipeline(yaml).pipelines)) {
      expect(parsePipeline(JSON.stringify(canonical)).pipelines.map((again) => again.canonical)).toEqual([canonical])
    }
  })
})

const problemsOf = (text: string): readonly string[] =>
  parsePipeline(text).problems.map(
    ({ severity, span, path, message }) => `${severity} ${span.line}:${span.column} ${path.join('.')} ${message}`,
  )

describe('problems', () => {
  test('an unknown step is pointed at', () => {
    expect(problemsOf('steps:\n  - command: a\n  - lable: b\n')).toEqual([
      'warning 3:5 steps.1 the agent does not know what this step is: it has no command, plugins, wait, block, input, trigger or group',
    ])
  })

  test('a value that makes a step unknown is pointed at', () => {
    expect(problemsOf('steps:\n  - command: a\n    env:\n      A: {b: c}\n')).toEqual([
      'warning 4:10 steps.0.env.A this must be a text or a number, not a mapping; the agent passes the whole step on unread',
    ])
  })

  test('through an alias the value is pointed at, not the alias', () => {
    expect(problemsOf('x: &e {A: []}\nsteps:\n  - command: a\n    env: *e\n')).toEqual([
      'warning 1:11 steps.0.env.A this must be a text or a number, not a list; the agent passes the whole step on unread',
    ])
  })

  test.each([
    ['matrix: [a, [b]]', '3:17', 'matrix.1', 'this must be a text or a number, not a list'],
    ['matrix: {setup: [[b]]}', '3:22', 'matrix.setup.0', 'this must be a text or a number, not a list'],
    [
      'matrix: {adjustments: [{with: 1.5}]}',
      '3:35',
      'matrix.adjustments.0.with',
      'this must be a mapping, or a value of a matrix without dimensions, not a floating-point number',
    ],
    [
      'matrix: {adjustments: [{with: {os: ~}}]}',
      '3:40',
      'matrix.adjustments.0.with.os',
      'this must be a text, an integer, true or false, not null',
    ],
    ['matrix: a', '3:13', 'matrix', 'this must be a list or a mapping, not a text'],
    ['cache: [~, {}]', '3:16', 'cache.1', 'this must be a text or a number, not a mapping'],
    ['cache: 5', '3:12', 'cache', 'this must be a text, a list, a mapping, true or false, not an integer'],
    ['checkout: {depth: 1e0}', '3:23', 'checkout.depth', 'this must be an integer, not a floating-point number'],
    ['checkout: {lfs: 1}', '3:21', 'checkout.lfs', 'this must be true or false, not an integer'],
    ['checkout: {flags: {clone: true}}', '3:31', 'checkout.flags.clone', 'this must be a text, not true'],
    [
      'signature: {signed_fields: {}}',
      '3:32',
      'signature.signed_fields',
      'this must be a text or a list of texts, not a mapping',
    ],
    ['matrix: {adjustments: a}', '3:27', 'matrix.adjustments', 'this must be a list, not a text'],
    ['secrets: {A: ~}', '3:18', 'secrets.A', 'the key of a secret must be a text, not null'],
    ['secrets: {A: ""}', '3:18', 'secrets.A', 'a secret and its variable need names'],
    [
      'secrets: [{key: a, environment_variable: 5}]',
      '3:46',
      'secrets.0.environment_variable',
      'the name of an environment variable must be a text, not an integer',
    ],
    ['secrets: [{}]', '3:15', 'secrets.0', 'a secret needs a non-empty `key`'],
    ['secrets: [5]', '3:15', 'secrets.0', 'a secret must be a text or a mapping, not an integer'],
    ['secrets: ~', '3:14', 'secrets', '`secrets` must be a list or a mapping, not null'],
    ['plugins: [a, ~]', '3:18', 'plugins.1', 'a plugin must be a text or a mapping, not null'],
    ['plugins: a', '3:14', 'plugins', '`plugins` must be a list or a mapping, not a text'],
    ['key: 2024-01-02', '3:10', 'key', 'this must be a text or a number, not a timestamp'],
    ['key: 9223372036854775808', '3:10', 'key', 'this must be a text or a number, not an integer beyond 2^63'],
  ])('what the agent does not take is pointed at: %s', (attribute, place, path, message) => {
    expect(problemsOf(`steps:\n  - command: a\n    ${attribute}\n`)[0]).toBe(
      `warning ${place} steps.0.${path} ${message}; the agent passes the whole step on unread`,
    )
  })

  test.each([
    ['steps: [5]', 'error 1:9 steps.0 a step must be a text or a mapping, not an integer'],
    ['steps: [{type: ~}]', "error 1:16 steps.0.type a step's `type` must be a text, not null"],
    ['steps: wait', 'error 1:8 steps `steps` must be a list, not a text'],
    ['env: {A: [b]}\nsteps: []', 'error 1:10 env.A this must be a text or a number, not a list'],
    ['"": [wait]', 'error 1:5  this must be a mapping, not a list'],
    [
      'steps: [{group: g, steps: [{command: {}}]}]',
      'warning 1:38 steps.0.steps.0.command this must be a text or a list of texts, not a mapping; the agent passes the whole step on unread; the agent passes the whole group on unread',
    ],
    [
      'steps: [{group: g, steps: [~]}]',
      'warning 1:28 steps.0.steps.0 a step must be a text or a mapping, not null; the agent passes the whole step on unread',
    ],
    ['steps: [{type: a}]', 'warning 1:9 steps.0 the agent does not know the step type "a"'],
    ['steps: [a]', 'warning 1:9 steps.0 the agent does not know the step "a"'],
  ])('so is what ends a document or makes a group unknown: %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })

  test('every bad alias and key of a document comes at once', () => {
    expect(problemsOf('a: *x\n~: b\nc: !!int x\nd: &d [*d]\n<<: text\nsteps: []\n')).toEqual([
      'error 1:4 a no anchor is named "x"',
      'error 2:1  a key must not be empty or null',
      'error 3:10 c cannot read str `x` as int',
      'error 4:8 d.0 this alias is inside the node that it repeats',
      'error 5:5  `<<` merges a mapping or a list of mappings',
    ])
  })

  test.each([
    ['a tab as indentation', 'steps:\n\t- wait\n', 'error 2:1  tabs cannot indent'],
    [
      'a colon in a plain text',
      'steps:\n  - label: a: b\n',
      'error 2:12  a mapping or list cannot start here: the indentation is wrong, or a text that holds `: ` needs quotes',
    ],
    [
      'a key indented under a text',
      'steps:\n  - label: Build\n      key: b\n',
      'error 3:7  a mapping or list cannot start here: the indentation is wrong, or a text that holds `: ` needs quotes',
    ],
    ['a control character', 'steps: [a\u0007]\n', 'error 1:10  control characters are not allowed'],
    ['YAML 1.2 by name', '%YAML 1.2\n---\nsteps: []\n', 'error 2:1  the agent reads %YAML 1.1 only'],
    [
      'an escape of JSON',
      '{"steps": ["wait"], "x": "a\\/b"}\n',
      'error 1:28  the agent does not read this escape: write the character itself',
    ],
    ['a document that is a text', 'hello\n', 'error 1:1  a pipeline must be a mapping or a list of steps, not a text'],
    ['infinity', 'x: .inf\nsteps: []\n', 'error 1:4 x the agent cannot print this number'],
    [
      'an integer beyond JavaScript',
      'x: 9007199254740993\nsteps: [wait]\n',
      'warning 1:4 x this integer is larger than JavaScript can hold exactly',
    ],
  ])('%s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })

  test('documents before the first bad one are uploads all the same', () => {
    const { pipelines, problems } = parsePipeline('steps: [wait]\n---\nsteps: no\n---\nsteps: [block]\n')
    expect(pipelines.map(({ canonical }) => canonical)).toEqual([{ steps: ['wait'] }])
    expect(problems.map(({ document, span }) => [document, span.line])).toEqual([[1, 3]])
  })
})

const canonicalOf = (text: string): unknown => parsePipeline(text).pipelines[0]?.canonical

describe('YAML as the agent reads it', () => {
  test.each([
    ['the last of repeated keys', 'steps: [{command: a, command: b}]', { command: 'b' }],
    [
      'merges: own keys win, earlier merges win',
      'steps: [{<<: [{command: a}, {command: b, x: c}], x: d}]',
      { command: 'a', x: 'd' },
    ],
    ['a quoted << is a key', 'steps: [{command: a, "<<": b}]', { command: 'a', '<<': 'b' }],
    [
      'explicit tags',
      'steps: [{command: !!str 010, a: !!int "5", b: !!float 5, c: !mine 5}]',
      { command: '010', a: 5, b: 5, c: '5' },
    ],
    [
      '__proto__ is a key',
      'steps: [{command: a, __proto__: {b: c}}]',
      JSON.parse('{"command":"a","__proto__":{"b":"c"}}'),
    ],
    [
      'a block text that ends with the file has no line break',
      'steps:\n- command: |\n    a\n    b',
      { command: 'a\nb' },
    ],
    ['a block text with a line after it has one', 'steps:\n- command: |\n    a\n', { command: 'a\n' }],
    [
      'quoted lines, however indented',
      'steps:\n- command: "a\n b\n\n c \\\n d"\n  x: \'e\n f\'',
      { command: 'a b\nc d', x: 'e f' },
    ],
    ['floats as texts', 'steps: [{command: [1e5, 1e6, 0.00001, 1.50]}]', { command: '100000\n1e+06\n1e-05\n1.5' }],
  ])('%s', (_name, text, step) => {
    expect(canonicalOf(text)).toEqual({
      ...(step === undefined ? { x: 'a' } : {}),
      steps: step === undefined ? [] : [step],
    })
  })

  test('anchors live on in later documents of a stream', () => {
    expect(parsePipeline('x: &x a\nsteps: []\n---\nsteps: [{command: *x}]').pipelines[1]?.canonical).toEqual({
      steps: [{ command: 'a' }],
    })
  })

  test('a carriage return alone is a line break', () => {
    expect(canonicalOf('steps:\r- wait\r')).toEqual({ steps: ['wait'] })
  })

  test('JSON is YAML', () => {
    expect(canonicalOf('{"steps": [{"command": "a\\tb", "env": {"A": 1}}]}')).toEqual({
      steps: [{ command: 'a\tb', env: { A: '1' } }],
    })
  })

  test('an empty text is no upload', () => {
    expect(parsePipeline('# nothing\n')).toEqual({ pipelines: [], problems: [] })
  })
})
