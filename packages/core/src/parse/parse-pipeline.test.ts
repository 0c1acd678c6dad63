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

const { cases } = specTable<{ readonly cases: readonly NormaliseCase[] }>('normalise-cases.json')
const plain = cases.filter(({ interpolate }) => !interpolate)

describe('as the agent was seen to read it', () => {
  test.each(plain.map((each) => [`${each.group}: ${each.yaml.trim()}`, each] as const))('%s', (_name, each) => {
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
      'warning 3:5 steps.1 the agent does not know what this step is: it has none of command, commands, plugins, wait, waiter, block, manual, input, trigger, group',
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
