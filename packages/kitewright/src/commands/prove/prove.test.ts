import { join } from 'node:path'
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

type Files = Readonly<Record<string, string>>

async function proveFiles(files: Files, ...args: readonly string[]): Promise<string> {
  const world = memoryWorld(temporaryFolder(files))
  const code = await main(['prove', 'pipeline.yml', ...args], world)
  return `${code}\n${world.printed.stdout}${world.printed.stderr}`
}

/** What is said of gates. */
async function prove(text: string, ...args: readonly string[]): Promise<string> {
  const said = await proveFiles({ 'pipeline.yml': text }, ...args)
  return said.replace(/\nacross builds[^]*/, '')
}

/** What is said of builds that run at once. */
async function acrossBuilds(text: string, files: Files = {}): Promise<string> {
  const said = await proveFiles({ 'pipeline.yml': text, ...files })
  return `${said.slice(0, 1)}${said.slice(said.indexOf('\nacross builds'))}`
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

const deploying = (command: string, more = 'concurrency: 1, concurrency_group: payments/production'): string =>
  steps(`{ label: Deploy, command: "${command}", depends_on: ship, ${more} }`)

test('an older build that is continued last is found, explained, and mended by its script', async () => {
  expect(await acrossBuilds(deploying('kubectl set image deployment/payments app=payments:$$BUILDKITE_COMMIT'))).toBe(`1
across builds  older never after newer  one at a time  what its own build made
deploy         no, see below            yes            not decided

deploy: the concurrency group "payments/production" lets in one job

an older build deploys over a newer one by step "deploy"
- the newer build is created 5m after the older one, both of the default branch
- somebody continues block "ship" of the older build after 1h, that of the newer one as soon as it asks
- counted from the creation of the older one, step "deploy" of the newer build runs from 6m to 7m; that of the older one runs from 1h to 1h 1m
- its concurrency group keeps two from running at one time, not their order: a step behind a block is queued when somebody continues that
- nothing in its command asks whether the commit is older than the deployed one
mend: before it deploys, let it refuse a commit that is older than the deployed one (git merge-base --is-ancestor), as the deploy script of kitewright's presets does

deploy:
- what its own build made: not decided: its commands name nothing that a build made
`)
  const script = 'git merge-base --is-ancestor "$(cat deployed)" HEAD || exit 4\nkubectl apply -f service.yml\n'
  expect(await acrossBuilds(deploying('scripts/ship prod'), { 'scripts/ship': script })).toBe(`0
across builds  older never after newer  one at a time  what its own build made
deploy         yes                      yes            not decided

deploy: scripts/ship refuses a commit that is older than the deployed one; the concurrency group "payments/production" lets in one job

assumed: a script that asks git whether a commit is older refuses it, and nothing but this pipeline deploys there

deploy:
- what its own build made: not decided: its commands name nothing that a build made
`)
})

test('what a script has to see to that is not there, and what is not decided', async () => {
  expect(await acrossBuilds(deploying('scripts/ship prod', 'timeout_in_minutes: 30'))).toBe(`0
across builds  older never after newer  one at a time       what its own build made
deploy         up to what it runs       up to what it runs  not decided

deploy:
- scripts/ship must refuse a commit that is older than the deployed one (git merge-base --is-ancestor), as the deploy script of kitewright's presets does
- give it concurrency: 1 and a concurrency_group with one name in all builds
- what its own build made: not decided: scripts/ship was not read
`)
})

test('scripts outside of the repository are not read', async () => {
  const folder = { 'a/pipeline.yml': deploying('../scripts/ship'), 'scripts/ship': 'git merge-base --is-ancestor a b' }
  const world = memoryWorld(join(temporaryFolder(folder), 'a'))
  expect(await main(['prove', 'pipeline.yml'], world)).toBe(0)
  expect(world.printed.stdout).toContain('../scripts/ship was not read')
})

test('what a triggered pipeline deploys is asked there', async () => {
  expect(await acrossBuilds(steps('{ trigger: deploy, key: deploy, depends_on: ship }'))).toBe(`0
across builds  older never after newer  one at a time  what its own build made
deploy         not decided              not decided    not decided

deploy:
- older never after newer, one at a time, what its own build made: not decided: the pipeline deploy deploys, and what holds is to be asked of it
`)
})
