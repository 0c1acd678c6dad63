import * as fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { emitJson } from '../emit/emit-json.ts'
import * as kitewright from '../index.ts'
import type { Definition, Pipeline } from '../index.ts'
import type { ParsedPipeline } from '../parse/parse-document.ts'
import { parsePipeline } from '../parse/parse-pipeline.ts'
import { importPipeline } from './import-pipeline.ts'
import { pipelineMeaning, stepMeaning } from './meaning.ts'

const imported = async (yaml: string): Promise<string> => {
  const [pipeline] = parsePipeline(yaml).pipelines
  if (pipeline === undefined) throw new Error(parsePipeline(yaml).problems[0]?.message ?? 'no pipeline')
  return (await importPipeline(pipeline)).text
}

/** The module without its import line. */
const body = async (yaml: string): Promise<string> => (await imported(yaml)).split('\n').slice(2).join('\n')

describe('a pipeline as its author would have written it', () => {
  test('a step stands where it runs, and is a const where another depends on it', async () => {
    expect(
      await imported(`
# Builds and deploys
env:
  NODE: 22
steps:
  - name: ":docker: Build image" # every push
    key: image
    commands: [make, make push]
  - wait
  # Only people may
  - block: Deploy?
  - label: Deploy
    command: deploy $BUILDKITE_TAG "$$HOME"
    depends_on: [image, { step: scan, allow_failure: true }]
    timeout_in_minutes: "\${TIMEOUT?}"
    plugins:
      - docker#v5.13.0: { image: node }
      - ./mine: ~
`),
    ).toBe(`// Builds and deploys

import { block, command, definePipeline, externalStep, interpolated, plugin, wait } from 'kitewright'

const buildImage = command({
  // every push
  label: ':docker: Build image',
  key: 'image',
  command: ['make', 'make push'],
})

export default definePipeline({
  env: { NODE: 22 },
  steps: [
    buildImage,
    wait(),
    // Only people may
    block({ block: 'Deploy?' }),
    command({
      label: 'Deploy',
      command: interpolated('deploy $BUILDKITE_TAG "$$HOME"'),
      depends_on: [buildImage, { step: externalStep('scan'), allow_failure: true }],
      timeout_in_minutes: interpolated('\${TIMEOUT?}'),
      plugins: [plugin('docker#v5.13.0', { image: 'node' }), './mine'],
    }),
  ],
})
`)
  })

  test('anchors are shared consts, merges are spreads with the weakest first', async () => {
    expect(
      await body(`
common: &common
  agents: { queue: linux }
  retry: &retry { automatic: [{ exit_status: -1, limit: 2 }] }
slow: &slow { timeout_in_minutes: 90 }
steps:
  - <<: [*common, *slow]
    label: Unit
    command: npm test
  - label: E2E
    command: npm run e2e
    retry: *retry
`),
    ).toBe(`const retry = { automatic: [{ exit_status: -1, limit: 2 }] } as const
const common = { agents: { queue: 'linux' }, retry } as const
const slow = { timeout_in_minutes: 90 } as const

export default definePipeline([
  command({ ...slow, ...common, label: 'Unit', command: 'npm test' }),
  command({ label: 'E2E', command: 'npm run e2e', retry }),
])
`)
  })

  test('a step that others start from is spread', async () => {
    expect(
      await body(`
steps:
  - &test { label: Test, command: make test, env: { DB: a } }
  - <<: *test
    label: Test b
    env: { DB: b }
`),
    ).toBe(`const testStep = command({ label: 'Test', command: 'make test', env: { DB: 'a' } })

export default definePipeline([testStep, command({ ...testStep, label: 'Test b', env: { DB: 'b' } })])
`)
  })

  test('what a type cannot hold is cast, and what it does not know is kept', async () => {
    expect(await body('steps: [{command: a, timeout: 5, soft_fail: "maybe"}, {wanda: x}, {block: ~}]'))
      .toBe(`export default definePipeline([
  command({ command: 'a', soft_fail: 'maybe' as never, raw: { timeout: 5 } }),
  command({ raw: { wanda: 'x' } } as never),
  block({ block: null as never }),
])
`)
  })

  test.each([
    ['$$ is a dollar', '$$HOME', "'$HOME'"],
    ['a command substitution is literal', '$(date) $1', "'$(date) $1'"],
    ['what the agent fills in stays so', '${X:-a} $$', "interpolated('${X:-a} $$')"],
  ])('%s', async (_name, text, code) => {
    expect(await body(`steps: [{command: ${JSON.stringify(text)}}]`)).toContain(`command: ${code} })`)
  })

  test('names that the agent fills in', async () => {
    expect(await body('steps: [{command: a, env: {"$NAME": b}, plugins: [{"docker#$V": {x: y}}]}]')).toContain(
      "env: { [interpolatedKey('$NAME')]: 'b' },\n    plugins: [plugin(interpolated('docker#$V'), { x: 'y' })],",
    )
  })

  test('a float where the agent wants a text is the text that it makes of it', async () => {
    expect(await body('steps: [{command: 1e6, env: {A: 1e6, B: 1.50}, priority: 1e6}]')).toContain(
      "command: '1e+06', env: { A: '1e+06', B: 1.5 }, priority: 1000000 }",
    )
  })

  test('what only a group as a whole can hold makes it raw', async () => {
    expect(await body('steps: [{group: g, if: "true", steps: [manual]}]')).toContain(
      "raw: { group: 'g', if: 'true', steps: ['manual'] }",
    )
  })

  test('consts stand in the order in which they are needed', async () => {
    expect(await body('steps: [{key: a, command: x, depends_on: b}, {key: b, command: y}]'))
      .toBe(`const b = command({ key: 'b', command: 'y' })

export default definePipeline([command({ key: 'a', command: 'x', depends_on: b }), b])
`)
  })
})

const unitStep = (name: string): string =>
  `{ label: "Unit: ${name}", command: bin/test --colour ${name}, timeout_in_minutes: 10, retry: { automatic: [{ exit_status: -1, limit: 2 }] } }`

const testStep = (name: string): string =>
  `{ label: "Test: ${name}", key: test-${name}, command: make test-${name}, agents: { queue: ${name} }, env: { OS: ${name} }, retry: { manual: false } }`

const groupOf = (name: string): string =>
  `{ group: ${name}, steps: [${unitStep(`${name}-a`)}, { command: ${name} }, ${unitStep(`${name}-b`)}] }`

describe('repetition', () => {
  test('steps that differ in a word are a loop over the words, and known by their keys', async () => {
    expect(await body(`steps: [${['linux', 'mac'].map(testStep).join()}, { command: report, depends_on: test-mac }]`))
      .toBe(`export default definePipeline([
  ...['linux', 'mac'].map((name) =>
    command({
      label: \`Test: \${name}\`,
      key: \`test-\${name}\`,
      command: \`make test-\${name}\`,
      agents: { queue: name },
      env: { OS: name },
      retry: { manual: false },
    }),
  ),
  command({ command: 'report', depends_on: 'test-mac' }),
])
`)
  })

  test('steps in several places that differ in a word are calls of a function', async () => {
    expect(await body(`steps: [${groupOf('one')}, ${groupOf('two')}]`)).toBe(`const unit = (name: string) =>
  command({
    label: \`Unit: \${name}\`,
    command: \`bin/test --colour \${name}\`,
    timeout_in_minutes: 10,
    retry: { automatic: [{ exit_status: -1, limit: 2 }] },
  })

export default definePipeline([
  group({ group: 'one', steps: [unit('one-a'), command({ command: 'one' }), unit('one-b')] }),
  group({ group: 'two', steps: [unit('two-a'), command({ command: 'two' }), unit('two-b')] }),
])
`)
  })

  test('a value that several steps give is a const, named after its attribute', async () => {
    const retry = 'retry: { automatic: [{ exit_status: -1, limit: 2 }, { exit_status: 255, limit: 2 }] }'
    expect(
      await body(
        `steps: [{ label: A, command: a, ${retry} }, wait, { command: b, ${retry} }, wait, { block: c }, { label: C, command: "c d e", ${retry} }]`,
      ),
    ).toBe(`const retry = {
  automatic: [
    { exit_status: -1, limit: 2 },
    { exit_status: 255, limit: 2 },
  ],
} as const

export default definePipeline([
  command({ label: 'A', command: 'a', retry }),
  wait(),
  command({ command: 'b', retry }),
  wait(),
  block({ block: 'c' }),
  command({ label: 'C', command: 'c d e', retry }),
])
`)
  })

  test('attributes that stand together in several steps are a const, which says what they are for', async () => {
    const linux = 'agents: { queue: linux }, timeout_in_minutes: 10, env: { CI: "yes" }'
    expect(
      await body(
        `steps: [{ label: A, command: a, ${linux} }, wait, { command: b c, ${linux}, key: x }, wait, { block: d }, { command: e, ${linux}, priority: 1 }, { command: f, ${linux}, if: "1 == 1" }]`,
      ),
    ).toBe(`const linux = { agents: { queue: 'linux' }, timeout_in_minutes: 10, env: { CI: 'yes' } } as const

export default definePipeline([
  command({ label: 'A', command: 'a', ...linux }),
  wait(),
  command({ command: 'b c', ...linux, key: 'x' }),
  wait(),
  block({ block: 'd' }),
  command({ command: 'e', ...linux, priority: 1 }),
  command({ command: 'f', ...linux, if: '1 == 1' }),
])
`)
  })

  test('groups of nothing but steps are calls of a function', async () => {
    const steps = ['{ block: a }', '{ command: b }, { block: c }', '{ input: d }', '{ command: e, priority: 1 }, wait']
    const groups = steps.map((step, index) => `{ group: "Part ${'ABCD'[index]}", steps: [${step}] }`)
    expect(await body(`steps: [${groups.join()}]`))
      .toBe(`const section = (name: string, steps: GroupOptions['steps']) => group({ group: \`Part \${name}\`, steps })

export default definePipeline([
  section('A', [block({ block: 'a' })]),
  section('B', [command({ command: 'b' }), block({ block: 'c' })]),
  section('C', [input({ input: 'd' })]),
  section('D', [command({ command: 'e', priority: 1 }), wait()]),
])
`)
  })

  test('numbers of texts that are the same but for them are numbers', async () => {
    const steps = [1, 2, 3, 4, 5].map((part) => `{ label: "Part ${part}", command: bin/test part-${part} }`)
    expect(await body(`steps: [${steps.join()}]`)).toBe(`export default definePipeline([
  ...[1, 2, 3, 4, 5].map((index) => command({ label: \`Part \${index}\`, command: \`bin/test part-\${index}\` })),
])
`)
  })

  test('a list of one command is the command', async () => {
    expect(await body('steps: [{ commands: [make] }, { command: ["a $X"] }, { command: [a, b] }]'))
      .toBe(`export default definePipeline([
  command({ command: 'make' }),
  command({ command: interpolated('a $X') }),
  command({ command: ['a', 'b'] }),
])
`)
    expect(await body('steps:\n  - commands:\n      - make # all of it\n')).toBe(`export default definePipeline([
  command({
    // all of it
    command: 'make',
  }),
])
`)
  })

  test('a comment on the first entry of a small object stands above the object', async () => {
    expect(
      await body(
        'steps:\n  - command: a\n    retry:\n      automatic:\n        - exit_status: -1 # agent lost\n          limit: 2\n',
      ),
    ).toContain(`automatic: [
        // agent lost
        { exit_status: -1, limit: 2 },
      ],`)
  })

  test('comments on the configuration of a plugin are kept', async () => {
    expect(
      await body('steps:\n  - plugins:\n      - docker#v5:\n          # the old one\n          image: node:20\n'),
    ).toContain('// the old one')
  })

  test('a script keeps its indentation, and no line break at its end', async () => {
    expect(await body('steps:\n  - command: |\n      if x; then\n        echo "$$y"\n      fi\n')).toBe(
      `export default definePipeline([
  command({
    command: script\`
      if x; then
        echo "$y"
      fi
    \`,
  }),
])
`,
    )
  })

  test('a barrier without a value is a bare one', async () => {
    expect(await body('steps: [{ command: a }, { wait: ~ }, { wait: ~, if: "true" }, { command: b }]')).toBe(
      `export default definePipeline([command({ command: 'a' }), wait(), wait({ if: 'true' }), command({ command: 'b' })])
`,
    )
  })

  test('names that would be the same are told apart by emoji, then by key', async () => {
    const text = await body(`
steps:
  - { label: ":rust: Lint", key: a, command: a, env: { A: 1 } }
  - { label: ":ruby: Lint", key: b, command: b, priority: 1 }
  - { label: ":ruby: Lint", key: lint-gems, command: c, skip: true }
  - { wait: ~, depends_on: [a, b, lint-gems] }
`)
    expect(text.match(/^const \w+/gm)).toEqual(['const lint', 'const rubyLint', 'const lintGems'])
  })
})

const allowed = new Set([
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.ComputedPropertyName,
  ts.SyntaxKind.EndOfFileToken,
  ts.SyntaxKind.ExportAssignment,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.ImportClause,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ImportSpecifier,
  ts.SyntaxKind.NamedImports,
  ts.SyntaxKind.NeverKeyword,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.SourceFile,
  ts.SyntaxKind.SpreadAssignment,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.TypeReference,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.VariableDeclarationList,
  ts.SyntaxKind.VariableStatement,
])

/** Whatever a module holds beside consts, calls of known functions, and data. */
function unexpectedSyntax(text: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const known = ts.isCallExpression(node)
      ? /^(?:interpolatedKey|definePipeline|command|block|group|plugin|interpolated|wait)$/
      : /^/
    const callee = ts.isCallExpression(node) ? node.expression.getText() : ''
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() !== 'script') found.push(node.tag.getText())
    if (!allowed.has(node.kind) || !known.test(callee)) found.push(ts.SyntaxKind[node.kind] + callee)
    node.forEachChild(visit)
  }
  visit(ts.createSourceFile('module.ts', text, ts.ScriptTarget.ES2023, true))
  return found
}

/** Runs a module, as `kitewright render` does, and reads what it renders as the agent does. */
async function meaningOfModule(text: string): Promise<readonly string[]> {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } })
  const exported: { default?: Pipeline } = {}
  // eslint-disable-next-line no-new-func -- the module under test
  new Function('require', 'exports', outputText)(() => kitewright, exported)
  const definition = kitewright.evaluatePipeline(exported.default as Pipeline, {} as never) as Definition
  const rendered = parsePipeline(emitJson((await kitewright.compile(definition)).wire)).pipelines[0]
  return rendered === undefined ? [] : pipelineMeanings(rendered)
}

const pipelineMeanings = (pipeline: ParsedPipeline): readonly string[] => [
  pipelineMeaning(pipeline.canonical),
  ...pipeline.steps.map(stepMeaning),
]

/** A text as YAML, in double quotes. */
const inYaml = (value: string): string =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

describe('text of YAML never becomes code', () => {
  const nasty = [
    "'",
    '"',
    '`',
    '\\',
    '${',
    '${process.exit(1)}',
    '`);process.exit(1);//',
    '*/',
    '/*',
    '//',
    '\n',
    '\r',
    '\u2028',
    '\u2029',
    '</script>',
    '__proto__',
    'constructor',
    '$$',
    '}',
    ' ',
    'a',
  ]
  const text = fc.array(fc.constantFrom(...nasty), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))

  test('whatever it holds, in every place', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const quoted = inYaml(value)
        const comment = value.replaceAll(/[\n\r\u2028\u2029]/g, ' ')
        const yaml = `# ${comment}
? ${quoted}
: &shared { ? ${quoted} : ${quoted} }
steps: # ${comment}
  - label: ${quoted} # ${comment}
    command: [${quoted}, ${quoted}]
    env: { ? ${quoted} : ${quoted} }
    plugins: [{ ? ${quoted} : *shared }]
    ? ${quoted}
    : ${quoted}
  - group: ${quoted}
    key: ${quoted}
    steps: [{ block: ${quoted}, prompt: ${quoted} }]
`
        const [pipeline] = parsePipeline(yaml).pipelines
        if (pipeline === undefined) return
        const module = await importPipeline(pipeline)
        expect(module.changed).toEqual([])
        expect(unexpectedSyntax(module.text)).toEqual([])
        const kept = Object.entries(pipeline.canonical).filter(([name]) => !module.leftOut.includes(name))
        expect(await meaningOfModule(module.text)).toEqual(
          pipelineMeanings({ ...pipeline, canonical: Object.fromEntries(kept) }),
        )
      }),
      { numRuns: runs(40) },
    )
  })
})
