import { expect, test } from 'vitest'
import { compileYaml } from './compile-yaml.ts'

/** Each diagnostic with the text that it points at. */
async function check(text: string): Promise<readonly string[]> {
  const { diagnostics } = await compileYaml(text, 'pipeline.yml', {})
  return diagnostics.map(({ code, location }) => {
    const { line = 1, column = 1, length = 1, sourceLine = '' } = location ?? {}
    return `${code} ${line}: ${sourceLine.slice(column - 1, column - 1 + length)}`
  })
}

test.each([
  ['a wrong value', 'steps:\n  - command: a\n    timeout_in_minutes: ten\n', ['KW1033 3: ten']],
  ['an unknown attribute', 'steps:\n  - command: a\n    soft_fial: true\n', ['KW1031 3: soft_fial']],
  ['a value under an older name', 'steps:\n  - commands: a\n    name: [a]\n', ['KW1044 3: [a]']],
  ['a child of a group', 'steps:\n  - group: g\n    steps:\n      - command: a\n        retry: 5\n', ['KW1033 5: 5']],
  [
    'a shared value, where it is written',
    'x: &x { automatic: maybe }\nsteps:\n  - command: a\n    retry: *x\n',
    ['KW1033 1: maybe'],
  ],
  [
    'steps after one that the agent does not know',
    'steps:\n  - wanda: a\n  - command: a\n    soft_fial: true\n',
    ['KW1044 2: wanda: a', 'KW1031 4: soft_fial'],
  ],
  [
    'a step that the agent does not know, but not at what depends on it',
    'steps:\n  - { type: wanda, key: image }\n  - { command: a, depends_on: image }\n',
    ['KW1044 2: { type: wanda, key: image }'],
  ],
  [
    'a dependency that another upload may make',
    'steps:\n  - { command: a, depends_on: elsewhere }\n',
    ['KW3117 2: elsewhere'],
  ],
  [
    'plugins behind a mapping of several',
    'steps:\n  - command: a\n    plugins:\n      - ecr:\n          a: b\n        docker: ~\n      - zed\n',
    ['KW5001 4: ecr', 'KW5001 6: docker', 'KW5001 7: zed'],
  ],
  [
    'plugins as one mapping, two of them merged',
    'x: &x { ecr: ~, docker: ~ }\nsteps:\n  - command: a\n    plugins: { zed: ~, <<: *x }\n',
    ['KW5001 1: ecr', 'KW5001 1: docker', 'KW5001 4: zed'],
  ],
  [
    'a misspelled dependency behind a wait, once',
    'steps:\n  - { command: a, key: image }\n  - wait\n  - { command: b, depends_on: imgae }\n',
    ['KW3116 4: imgae'],
  ],
  ['a key of a step of no kind', 'steps:\n  - label: a\n    comand: a\n', ['KW1044 3: comand']],
  ['a repeated key', 'steps:\n  - command: a\n    label: b\n    command: c\n', ['KW1047 4: command']],
  ['a tag', 'steps:\n  - command: a\n    branches: !main\n', ['KW1048 3: !main']],
  ['a number', 'steps:\n  - command: a\n    env: { V: 3.10 }\n', ['KW1049 3: 3.10']],
  ['the name of the steps', 'step:\n  - command: a\n', ['KW1045 1: step']],
  ['a line of a block', 'steps:\n  - command: |\n      A=$(a)\n      b $A\n', ['KW4109 4: $A']],
  ['an item of a list', "steps:\n  - command:\n      - A=$(a)\n      - 'b $A'\n", ['KW4109 4: $A']],
  ['a part of a condition', 'steps:\n  - command: a\n    if: build.tag =~ v1/*\n', ['KW3201 3: v1/*']],
  ['an empty file', '', ['KW1043 1: ']],
  ['a file of comments alone', '# later\n', ['KW1045 1: ']],
  [
    'each document of a stream',
    'steps: [{ command: a, soft_fial: true }]\n---\nsteps: [{ command: b, soft_fial: true }]\n',
    ['KW1031 1: soft_fial', 'KW1031 3: soft_fial'],
  ],
])('points at %s', async (_name, text, found) => {
  expect(await check(text)).toEqual(found)
})

test.each([
  [
    'keys beside the steps that hold anchors',
    'common: &c { agents: { queue: a } }\nsteps:\n  - { <<: *c, command: a }\n',
  ],
  ['an escaped dollar', 'steps:\n  - command: echo $$HOME $${BUILDKITE_COMMIT}\n'],
  ['a number that the agent fills in', 'steps:\n  - { command: a, timeout_in_minutes: "${MINUTES:-5}" }\n'],
])('takes no offence at %s', async (_name, text) => {
  expect(await check(text)).toEqual([])
})
