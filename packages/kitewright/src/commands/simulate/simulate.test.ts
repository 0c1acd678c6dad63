import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../test/temporary-folder.ts'
import { main } from '../../main.ts'
import { memoryWorld } from '../../world/memory-world.ts'

const yaml = `
steps:
  - label: Unit
    command: make unit
    parallelism: 2
  - label: Lint
    command: make lint
    soft_fail: true
    if: build.branch == "main"
  - wait
  - block: Deploy to production
  - label: Deploy
    command: make deploy
    agents: { queue: deploy }
`

const folder = temporaryFolder({
  'pipeline.yml': yaml,
  'one.json': '{ "build": { "branch": "x" }, "durations": { "unit": "5m" } }',
  'several.json': '{ "main": {}, "x": { "build": { "branch": "x" }, "outcomes": { "unit[1]": 3 } } }',
  'odd.json': '{ "outcomes": { "unit": "bad" } }',
})

async function simulate(...args: readonly string[]): Promise<string> {
  const world = memoryWorld(folder, { BUILDKITE: 'true', BUILDKITE_BRANCH: 'main' })
  const code = await main(['simulate', 'pipeline.yml', ...args], world)
  return `${code}\n${world.printed.stdout}${world.printed.stderr}`
}

describe('a picture', () => {
  test('shows what runs, how far it gets, and why the rest does not', async () => {
    expect(await simulate('--duration', 'unit=2m', '--soft-fail', 'lint')).toBe(`0
main: blocked at "Deploy to production" after 2m

✓ unit ×2              ██████████████████████████████████████████████████████████ 2m
! lint                 █████████████████████████████                              failed softly 1m
⏸ deploy-to-production                                                          ┄ waits for a person
○ deploy                                                                          waits

                       0                                                       2m

Why not:
  ⏸ deploy-to-production  waits for a person to continue it
  ○ deploy                waits for block "Deploy to production"
`)
  })

  test('cuts long waits for a person, and shows those for agents', async () => {
    expect(await simulate('--unblock', 'deploy-to-production@2h', '--agents', '1', '--agents', 'deploy=3')).toBe(`0
main: passed after 2h 1m

✓ unit ×2              ███████████████████████████                                2m
✓ lint                 ··························██████████████                   1m
✓ deploy-to-production                                        ┄┄┄┄┄┄              1h 57m
✓ deploy                                                           ██████████████ 1m

                       0                                      ≈ 1h 57m      2h 1m

critical path: unit → lint → deploy-to-production → deploy
queue default: 1 agent, 2 % busy · queue deploy: 3 agents, 0 % busy · no order of the jobs takes less than 2h 1m
`)
  })

  test('takes what happens from a file', async () => {
    expect(await simulate('--scenario', 'one.json')).toContain('⊘ lint')
    expect(await simulate('--scenario', 'one.json')).toContain('skipped: `if` is false, build.branch is "x"')
  })
})

describe('a table', () => {
  test('shows scenarios side by side', async () => {
    expect(await simulate('--scenarios', 'several.json')).toBe(`0
                      main                      x
────────────────────  ────────────────────────  ─────────────────
unit                  ✓ passed                  ✗ failed
lint                  ✓ passed                  ⊘ skipped [1]
deploy-to-production  ⏸ waits for a person [2]  ○ did not run [3]
deploy                ○ waits [4]               ○ did not run [3]
────────────────────  ────────────────────────  ─────────────────
build                 blocked, 1m               failed, 1m

[1] \`if\` is false, build.branch is "x"
[2] waits for a person to continue it
[3] step "unit" failed with exit status 3
[4] waits for block "Deploy to production"
`)
  })

  test('is there for a review', async () => {
    expect(await simulate('--scenarios', 'several.json', '--format', 'markdown')).toBe(`0
|  | main | x |
| --- | --- | --- |
| \`unit\` | ✓ passed | ✗ failed |
| \`lint\` | ✓ passed | ⊘ skipped <sup>1</sup> |
| \`deploy-to-production\` | ⏸ waits for a person <sup>2</sup> | ○ did not run <sup>3</sup> |
| \`deploy\` | ○ waits <sup>4</sup> | ○ did not run <sup>3</sup> |
| **build** | **blocked**, 1m | **failed**, 1m |

<sup>1</sup> \\\`if\\\` is false, build.branch is "x"<br>
<sup>2</sup> waits for a person to continue it<br>
<sup>3</sup> step "unit" failed with exit status 3<br>
<sup>4</sup> waits for block "Deploy to production"
`)
  })

  test('has the usual scenarios without a file', async () => {
    expect((await simulate('--table')).split('\n')[1]?.trim().split(/ {2,}/)).toEqual([
      'pull request',
      'main',
      'main, unblocked',
      'tag',
      '"unit" fails',
    ])
  })
})

test('the keys of the steps of any build are there as a declaration', async () => {
  expect(await simulate('--format', 'types')).toBe(`0
// The keys of the steps, for the editor. Written by \`kitewright simulate --format types\`.
interface KitewrightStepKeys {
  deploy: true
  'deploy-to-production': true
  lint: true
  unit: true
}
`)
})

test('the timeline is there as JSON', async () => {
  const { builds } = JSON.parse((await simulate('--format', 'json')).slice(2)) as {
    readonly builds: readonly { readonly state: string }[]
  }
  expect(builds.map(({ state }) => state)).toEqual(['blocked'])
})

test.each([
  [
    ['--fail', 'deplyo-to-production'],
    'outcomes: this build has no step "deplyo-to-production"; did you mean "deploy-to-production"?',
  ],
  [['--duration', 'unit'], '--duration wants KEY=5m, not "unit"'],
  [['--unblock', 'deploy-to-production@soon'], '--unblock wants KEY or KEY@2h, not "deploy-to-production@soon"'],
  [['--agents', 'many'], '--agents wants N or QUEUE=N, not "many"'],
  [['--soft-fail', 'unit'], 'step "unit" cannot fail softly: it has no `soft_fail` that forgives anything'],
  [['--scenario', 'nowhere.json'], '--scenario: there is no file nowhere.json'],
  [['--scenario', 'odd.json'], '--scenario: odd.json: outcomes.unit: Invalid input'],
  [['--format', 'xml'], '--format wants text, json, markdown or types, not "xml"'],
])('%j is refused', async (args, problem) => {
  expect((await simulate(...args)).split('\n').slice(0, 2)).toEqual(['2', `kitewright simulate: ${problem}`])
})
