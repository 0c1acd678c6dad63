import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newProject } from './project.ts'

interface Case {
  readonly code: string
  readonly before: string
  /** Undefined where no mend is certain. */
  readonly after: string | undefined
}

const yaml: readonly Case[] = [
  {
    code: 'KW3116',
    before: 'command: a\n    key: image\n  - command: b\n    depends_on: [imgae]',
    after: 'command: a\n    key: image\n  - command: b\n    depends_on: [image]',
  },
  { code: 'KW6001', before: 'command: [make, echo $BUILDKITE_TAG]', after: 'command: [make, echo "$$BUILDKITE_TAG"]' },
  { code: 'KW6001', before: 'command: echo $BUILDKITE_BRANCH', after: 'command: echo "$$BUILDKITE_BRANCH"' },
  {
    code: 'KW6001',
    before: `command: 'echo "$BUILDKITE_TAG"'  # why`,
    after: `command: 'echo "$$BUILDKITE_TAG"'  # why`,
  },
  { code: 'KW6001', before: `command: "echo '$BUILDKITE_TAG'"`, after: `command: "echo ''\\"$$BUILDKITE_TAG\\"''"` },
  {
    code: 'KW6001',
    before: 'command: echo ${BUILDKITE_TAG:-none} $BUILDKITE_TAG',
    after: 'command: echo "$${BUILDKITE_TAG:-none}" "$$BUILDKITE_TAG"',
  },
  {
    code: 'KW6001',
    before:
      'commands:\n      - |\n        # first\n        echo "$BUILDKITE_BRANCH"\n\n        make x=$BUILDKITE_TAG\n      - true',
    after:
      'commands:\n      - |\n        # first\n        echo "$$BUILDKITE_BRANCH"\n\n        make x="$$BUILDKITE_TAG"\n      - true',
  },
  {
    code: 'KW6001',
    before: 'command: >-\n      docker build\n      -t app:$BUILDKITE_BRANCH\n      .',
    after: 'command: >-\n      docker build\n      -t app:"$$BUILDKITE_BRANCH"\n      .',
  },
  { code: 'KW6001', before: 'command: for x in $BUILDKITE_PULL_REQUEST_LABELS; do make $$x; done', after: undefined },
  { code: 'KW6001', before: 'command: sh -c "echo $BUILDKITE_TAG"', after: undefined },
  { code: 'KW6001', before: 'command: "cat <<\'E\'\\n$BUILDKITE_TAG\\nE"', after: undefined },
  { code: 'KW6001', before: 'command: echo ${NAME:-$BUILDKITE_BRANCH}', after: undefined },
  {
    code: 'KW6007',
    before: 'command: notes $$BUILDKITE_MESSAGE end',
    after: 'command: notes "$$BUILDKITE_MESSAGE" end',
  },
  {
    code: 'KW6024',
    before: 'command: npm publish --token "$NPM_TOKEN"',
    after: 'command: npm publish --token "$$NPM_TOKEN"',
  },
  { code: 'KW6024', before: 'label: $NPM_TOKEN\n    command: a', after: undefined },
  {
    code: 'KW6032',
    before: 'label: Deploy\n    command: a\n    if: build.branch == "main" || build.branch == "next"',
    after:
      'label: Deploy\n    command: a\n    if: (build.branch == "main" || build.branch == "next") && build.pull_request.id == null',
  },
  { code: 'KW4106', before: 'command: echo $A\n    env: { A: b }', after: 'command: echo $$A\n    env: { A: b }' },
  { code: 'KW4109', before: 'command: A=1; echo $A', after: 'command: A=1; echo $$A' },
  { code: 'KW4110', before: 'command: echo $BUILDKITE_JOB_ID', after: 'command: echo $$BUILDKITE_JOB_ID' },
  { code: 'KW4111', before: 'command: echo $env:PATH', after: 'command: echo $$env:PATH' },
  { code: 'KW1031', before: 'command: a\n    lable: b', after: 'command: a\n    label: b' },
  {
    code: 'KW1031',
    before: 'command: a\n    "timeout-in-minutes": 5',
    after: 'command: a\n    "timeout_in_minutes": 5',
  },
  {
    code: 'KW1033',
    before: 'command: a\n    allow_dependency_failure: yes # x',
    after: 'command: a\n    allow_dependency_failure: true # x',
  },
  {
    code: 'KW3009',
    before: "command: make {{matrix.versoin}}\n    matrix: { setup: { version: ['1', '2'] } }",
    after: "command: make {{matrix.version}}\n    matrix: { setup: { version: ['1', '2'] } }",
  },
  {
    code: 'KW3021',
    before: 'command: a\n    if_changed: [./src/**, docs/**]',
    after: 'command: a\n    if_changed: [src/**, docs/**]',
  },
  { code: 'KW3024', before: 'command: a\n    branches: main, next', after: 'command: a\n    branches: main next' },
  { code: 'KW3028', before: 'command: a\n    skip: "false"', after: 'command: a\n    skip: false' },
  {
    code: 'KW3202',
    before: 'command: a\n    if: build.brnch == "main"',
    after: 'command: a\n    if: build.branch == "main"',
  },
  {
    code: 'KW3304',
    before: 'command: a\n    notify: [{ slack: deploys }]',
    after: "command: a\n    notify: [{ slack: '#deploys' }]",
  },
  { code: 'KW3304', before: 'command: a\n    notify: [{ slack: two words }]', after: undefined },
  { code: 'KW1048', before: 'command: a\n    branches: !main', after: 'command: a\n    branches: "!main"' },
  { code: 'KW1049', before: 'command: a\n    env: { V: 3.10 }', after: 'command: a\n    env: { V: "3.10" }' },
  { code: 'KW1044', before: 'comand: npm test', after: 'command: npm test' },
  {
    code: 'KW1044',
    before: 'label: Test\n    "comand": [npm ci, npm test]',
    after: 'label: Test\n    "command": [npm ci, npm test]',
  },
  { code: 'KW1044', before: 'triger: deploy', after: 'trigger: deploy' },
  { code: 'KW1044', before: 'command: a\n  - wiat\n  - command: b', after: 'command: a\n  - wait\n  - command: b' },
  { code: 'KW1044', before: 'comand: { a: b }', after: undefined },
  { code: 'KW1041', before: 'command: a\n    if_changed: *.md', after: 'command: a\n    if_changed: "*.md"' },
]

const anchored: Case = {
  code: 'KW6001',
  before: 'command: &run echo $BUILDKITE_TAG\n  - command: *run',
  after: 'command: &run echo "$$BUILDKITE_TAG"\n  - command: *run',
}

/** One mistake that several steps have is one finding, and is mended in all of them. */
const several: Case = {
  code: 'KW6001',
  before: 'command: echo $BUILDKITE_TAG\n  - command: echo $BUILDKITE_TAG\n  - command: echo $BUILDKITE_TAG',
  after: 'command: echo "$$BUILDKITE_TAG"\n  - command: echo "$$BUILDKITE_TAG"\n  - command: echo "$$BUILDKITE_TAG"',
}

const typescript: readonly Case[] = [
  {
    code: 'KW3029',
    before: "command({ command: 'a ${{matrix}}', matrix: ['a'] })",
    after: "command({ command: 'a {{matrix}}', matrix: ['a'] })",
  },
  {
    code: 'KW6001',
    before: `command({ command: interpolated('echo $BUILDKITE_BRANCH') }) // why`,
    after: `command({ command: interpolated('echo "$$BUILDKITE_BRANCH"') }) // why`,
  },
  {
    code: 'KW6001',
    before: 'command({ command: interpolated(`echo \\${BUILDKITE_TAG} "${1 + 1}"`) })',
    after: undefined,
  },
  {
    code: 'KW6001',
    before: 'command({ command: interpolated(`\n  echo \\${BUILDKITE_TAG}\n`) })',
    after: 'command({ command: interpolated(`\n  echo "$\\${BUILDKITE_TAG}"\n`) })',
  },
  {
    code: 'KW6001',
    before: `command({ command: interpolated("echo '$BUILDKITE_TAG'") })`,
    after: `command({ command: interpolated("echo ''\\"$$BUILDKITE_TAG\\"''") })`,
  },
  {
    code: 'KW6001',
    before: `((text: string) => command({ command: interpolated(text) }))('echo $BUILDKITE_TAG')`,
    after: `((text: string) => command({ command: interpolated(text) }))('echo "$$BUILDKITE_TAG"')`,
  },
  { code: 'KW6001', before: `command({ command: interpolated('echo ' + '$BUILDKITE_TAG') })`, after: undefined },
  {
    code: 'KW6007',
    before: `command({ command: 'notes $BUILDKITE_TAG' })`,
    after: `command({ command: 'notes "$BUILDKITE_TAG"' })`,
  },
  { code: 'KW4002', before: `command({ command: 'echo $$HOME' })`, after: `command({ command: 'echo $HOME' })` },
  { code: 'KW1031', before: `command({ command: 'a', lable: 'b' })`, after: `command({ command: 'a', label: 'b' })` },
  {
    code: 'KW1031',
    before: `command({ command: 'a', 'timeout-in-minutes': 5 })`,
    after: `command({ command: 'a', 'timeout_in_minutes': 5 })`,
  },
  {
    code: 'KW1002',
    before: `command({ command: 'a', depends_on: ['frist'] })`,
    after: `command({ command: 'a', depends_on: ['first'] })`,
  },
  {
    code: 'KW1034',
    before: `block({ block: 'a', blocked_state: 'runing' })`,
    after: `block({ block: 'a', blocked_state: 'running' })`,
  },
  {
    code: 'KW3028',
    before: `command({ command: 'a', skip: 'false' })`,
    after: `command({ command: 'a', skip: false })`,
  },
  {
    code: 'KW3304',
    before: `command({ command: 'a', notify: [{ slack: 'deploys' }] })`,
    after: `command({ command: 'a', notify: [{ slack: '#deploys' }] })`,
  },
  {
    code: 'KW3304',
    before: `command({ command: 'a', notify: notified('deploys') })`,
    after: `command({ command: 'a', notify: notified('#deploys') })`,
  },
]

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Told {
  readonly code: string
  readonly file: string
  readonly fix?: readonly Edit[]
}

const project = newProject()

/** What is told of files, each by its name. */
function checkAll(files: Readonly<Record<string, string>>): ReadonlyMap<string, readonly Told[]> {
  for (const [name, text] of Object.entries(files)) project.write(name, text)
  const also = ['--also', 'KW6007', '--also', 'KW6032', '--format', 'json']
  const { stdout } = project.run('check', ...also, ...Object.keys(files))
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Told[] }
  return new Map(Object.keys(files).map((name) => [name, diagnostics.filter(({ file }) => file === name)]))
}

function withFix(text: string, { fix = [] }: Pick<Told, 'fix'> = {}): string {
  const mark = text.startsWith('\ufeff') ? 1 : 0
  return fix
    .toSorted((one, other) => other.start - one.start)
    .reduce((all, { start, end, text: put }) => all.slice(0, start + mark) + put + all.slice(end + mark), text)
}

/** Each case with what its file is to be, and what it is made of in its language. */
function tried(cases: readonly Case[], ending: string, whole: (step: string) => string): void {
  const names = cases.map((one, index) => ({ ...one, name: `${index}.${ending}` }))
  const before = checkAll(Object.fromEntries(names.map((one) => [one.name, whole(one.before)])))
  const mended = Object.fromEntries(
    names.map(({ name, code }) => [
      name,
      withFix(
        readFileSync(join(project.folder, name), 'utf8'),
        before.get(name)?.find((one) => one.code === code),
      ),
    ]),
  )
  const after = checkAll(mended)
  test.for(names)('$code: $before', ({ name, code, before: step, after: expected }) => {
    const codes = before.get(name)?.map((told) => told.code)
    const left = expected === undefined ? codes : codes?.filter((one) => one !== code)
    expect({
      isFound: codes?.includes(code),
      text: mended[name],
      left: after.get(name)?.map((one) => one.code),
    }).toEqual({
      isFound: true,
      text: whole(expected ?? step),
      left,
    })
  })
}

const inYaml = (step: string): string => `# kept\nsteps:\n  - ${step}\n\n  - wait # kept, too\n`
const ofWindows = (step: string): string => `\ufeff# kept\r\nsteps:\r\n  - ${step.replaceAll('\n', '\r\n')}\r\n`
const inTypeScript = (step: string): string =>
  `import { block, command, definePipeline, interpolated } from 'kitewright'\n\n` +
  `const notified = (slack: string) => [{ slack }]\nvoid [block, interpolated, notified]\n` +
  `export default definePipeline([\n  command({ key: 'first', command: 'b' }),\n  ${step},\n])\n`

describe('in YAML', () => {
  tried([...yaml, anchored, several], 'yml', inYaml)
})

describe('in YAML of Windows, with a byte order mark', () => {
  tried([...yaml.filter(({ code }) => code !== 'KW1041'), several], 'yaml', ofWindows)
})

describe('in TypeScript', () => {
  tried(typescript, 'ts', inTypeScript)
})
