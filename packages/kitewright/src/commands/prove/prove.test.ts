import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../test/temporary-folder.ts'
import { main } from '../../main.ts'
import { memoryWorld } from '../../world/memory-world.ts'

const steps = (...more: readonly string[]): string =>
  [
    'steps:',
    '  - { key: unit, command: npm test }',
    '  - { block: Ship it, key: ship, depends_on: unit }',
    ...more.map((one) => `  - ${one}`),
    '',
  ].join('\n')

async function prove(text: string, ...args: readonly string[]): Promise<string> {
  const world = memoryWorld(temporaryFolder({ 'pipeline.yml': text }))
  const code = await main(['prove', 'pipeline.yml', ...args], world)
  return `${code}\n${world.printed.stdout}${world.printed.stderr}`
}

test('a deploy behind a block is gated, and what is assumed is said', async () => {
  expect(await prove(steps('{ label: Deploy, command: deploy prod, depends_on: ship }'))).toBe(`0
step    behind
deploy  ship    gated

proved for a pull request; a pull request, nothing changed; a pull request from a fork; a pull request from a fork, nothing changed; the default branch; the default branch, nothing changed; another branch; another branch, nothing changed; a tag; a tag, nothing changed
assumed: steps that upload more add no such step and replace none; nobody changes the build through the API
`)
})

const jumped = 'not gated: it does not wait for it'

test.each([
  [
    'a dependency that jumps the block',
    steps('{ label: Deploy, command: deploy prod, depends_on: unit }'),
    jumped,
    '- step "deploy" waits for step "unit": passed',
  ],
  [
    'a step that waits for nothing',
    steps('{ label: Deploy, command: deploy prod, depends_on: [] }'),
    jumped,
    '- step "deploy" waits for nothing',
  ],
  [
    'a step between them that a build may lack',
    steps(
      '{ key: image, command: a, depends_on: ship, if: build.branch == "main" }',
      '{ label: Deploy, command: deploy prod, depends_on: image }',
    ),
    'gated except in a pull request when build.branch is "feature/x"',
    '- build.branch is "feature/x"\n- step "deploy" waits for step "image": skipped: `if` is false, build.branch is "feature/x"',
  ],
  [
    'a failure that is tolerated',
    steps('{ label: Deploy, command: deploy prod, depends_on: [{ step: ship, allow_failure: true }] }'),
    'gated except in a pull request when step "unit" fails',
    '- step "unit" fails\n- step "deploy" waits for block "ship": not started: step "unit" failed with exit status 1',
  ],
])('a hole is shown: %s', async (_, text, verdict, story) => {
  expect(await prove(text)).toBe(`1
step    behind
deploy  ship    ${verdict}

in a pull request, step "deploy" starts though nobody continued block "ship"
${story}
`)
})

test('a deploy before any block is not gated, which is no error', async () => {
  const text = 'steps:\n  - { label: Deploy test, command: a }\n'
  expect(await prove(text)).toBe('0\nstep         behind\ndeploy-test  –       not gated: no block stands before it\n')
})

test('a block and a step of one name are two', async () => {
  const text = 'steps:\n  - { block: Deploy }\n  - { label: Deploy, command: a }\n'
  expect(await prove(text)).toMatch(/^0\nstep +behind\ndeploy#2 +deploy +gated\n/)
})

test('as JSON', async () => {
  const printed = await prove(steps('{ label: Deploy, command: a, depends_on: unit }'), '--format', 'json')
  const { gates } = JSON.parse(printed.slice(2)) as { readonly gates: readonly object[] }
  expect(gates).toEqual([
    {
      step: 'deploy',
      gates: ['ship'],
      isDeclared: false,
      holds: 'never',
      proof: {
        proved: false,
        violation: {
          scenario: expect.objectContaining({ outcomes: {}, unblock: {} }) as unknown,
          steps: ['unit', 'deploy'],
          explanation: expect.stringContaining('in a pull request, step "deploy" starts') as unknown,
        },
      },
    },
  ])
})

test('nothing to prove, and a pipeline with errors', async () => {
  expect(await prove('steps:\n  - command: a\n')).toMatch(/^0\nnothing to prove: /)
  expect(await prove('steps: [')).toMatch(/^1\nerror\[KW1041\]/)
})
