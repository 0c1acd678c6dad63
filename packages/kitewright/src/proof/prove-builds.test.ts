import { block, command, type CommandOptions, definePipeline, type Pipeline, type Steps, wait } from '@kitewright/core'
import { service } from '@kitewright/presets'
import { describe, expect, test } from 'vitest'
import { simulateBuilds } from '../simulation/simulate-builds.ts'
import type { SimulatedBuilds, Simulation } from '../simulation/simulation.ts'
import { type BuildsDemand, proveBuilds, proveBuildsAsync } from './prove-builds.ts'
import type { BuildsProof, BuildsVerdict } from './told-of-builds.ts'

const alone = { concurrency: 1, concurrency_group: 'payments/production' }
const image = command({ key: 'image', command: 'docker push acme/payments:$BUILDKITE_COMMIT' })
const ship = block({ key: 'ship', block: 'Ship it' })
const set = 'kubectl set image deployment/payments app=acme/payments:$BUILDKITE_COMMIT'
const deploy = (options: CommandOptions = {}) => command({ key: 'deploy', command: set, ...alone, ...options })

const final = { retry: { manual: { allowed: false } } }
const quick = { timeout_in_minutes: 1, retry: { manual: false } }

const refuses = `#!/bin/sh
if ! git merge-base --is-ancestor "$(scripts/deployed)" "$BUILDKITE_COMMIT"; then exit 4; fi
${set}
`
const scripts: Readonly<Record<string, string>> = {
  'scripts/deploy': refuses,
  'scripts/deployed': 'kubectl get deployment/payments',
  'package.json': JSON.stringify({ scripts: { predeploy: 'scripts/newer', deploy: set } }),
  'scripts/newer': 'test "$(git rev-list --count "HEAD..$(scripts/deployed)")" -eq 0\n',
  Makefile: 'deploy: newer\n\t@$(TOOL) apply\n\nnewer:\n\t@[ "$$BUILDKITE_BUILD_NUMBER" -gt "$$(scripts/deployed)" ]\n',
  'scripts/on-main': `git merge-base --is-ancestor "$BUILDKITE_COMMIT" origin/main || exit 1\n${set}\n`,
  'scripts/careless': `# git merge-base --is-ancestor would be better\n${set}\n`,
}
const readScript = (path: string): string | undefined => scripts[path]

/** Proves it, and has the public simulator show what does not hold. */
function proved(steps: Steps | Pipeline, demand: BuildsDemand = { readScript }): BuildsProof {
  const pipeline = 'length' in steps ? definePipeline(steps) : steps
  const proof = proveBuilds(pipeline, 'deploy', demand)
  const { inOrder, oneAtATime, ownWork } = proof
  const met = [inOrder, oneAtATime].flatMap((verdict) => happened(pipeline, verdict))
  const mixedUp = happened(pipeline, ownWork)
  expect([
    met.filter(([older, newer]) => endOf(older) <= (newer?.step('deploy').start ?? Infinity)),
    mixedUp.filter(([older, newer]) => endOf(older) <= (newer?.step('image').finish ?? Infinity)),
  ]).toEqual([[], []])
  return proof
}

function endOf(build: Simulation | undefined): number {
  return build?.step('deploy').finish ?? 0
}

/** The two builds in which a claim does not hold, simulated; none where it was not decided. */
function happened(pipeline: Pipeline, verdict: BuildsVerdict): readonly SimulatedBuilds['builds'][] {
  if (verdict.proved || verdict.violation.builds === undefined) return []
  const { builds, shared } = verdict.violation
  const run = simulateBuilds(
    builds.map((build) => ({ pipeline, ...build })),
    shared,
  )
  expect(run.builds.map((build) => build.step('deploy').outcome)).toEqual(['passed', 'passed'])
  return [run.builds]
}

/** What is said of a claim: why it holds, or what happens. */
function told(verdict: BuildsVerdict): string {
  return verdict.proved ? `yes: ${verdict.because}` : verdict.violation.explanation
}

/** What may keep an older build from deploying over a newer one by a command. */
function unlessOf(line: string): string | undefined {
  const { inOrder } = proved([image, ship, deploy({ command: line })])
  return inOrder.proved ? 'proved' : inOrder.violation.unless
}

describe('an older build never deploys over a newer one', () => {
  test.each<[string, Steps, string]>([
    [
      'where its script refuses an older commit',
      [image, ship, deploy({ command: 'scripts/deploy prod' })],
      'scripts/deploy refuses a commit that is older than the deployed one',
    ],
    [
      'where its command does',
      [image, ship, deploy({ command: ['git merge-base --is-ancestor "$DEPLOYED" HEAD', set] })],
      'its command refuses a commit that is older than the deployed one',
    ],
    [
      'where a script of package.json does, before it deploys',
      [image, ship, deploy({ command: 'npm run deploy' })],
      'scripts/newer refuses a commit that is older than the deployed one',
    ],
    [
      'where a target of its Makefile refuses an older build',
      [image, ship, deploy({ command: 'make deploy' })],
      'Makefile refuses a build that is older than the deployed one, by its number',
    ],
    [
      'where nothing lets a build go by, and nobody may run anything again',
      [
        command({ ...image, retry: { manual: false, automatic: { limit: 1 } } }),
        deploy({ retry: { manual: { allowed: false } } }),
      ],
      'the concurrency group "payments/production" keeps the order of the builds',
    ],
  ])('%s', (_, steps, because) => {
    expect(proved(steps).inOrder).toEqual({ proved: true, because })
  })

  test('where its team says what refuses an older commit', () => {
    const { inOrder } = proved([image, ship, deploy({ command: 'scripts/other' })], { guard: 'the cluster looks' })
    expect(inOrder).toEqual({ proved: true, because: 'its team says what refuses an older one: the cluster looks' })
  })

  test('but it does where it is continued last', () => {
    const { inOrder, oneAtATime } = proved([image, ship, deploy()])
    expect(inOrder).toMatchObject({
      proved: false,
      violation: {
        builds: [
          { id: 'older', at: 0, scenario: { unblock: { ship: { at: 3600 } } } },
          { id: 'newer', at: 300, scenario: { unblock: { ship: true } } },
        ],
        mend: "before it deploys, let it refuse a commit that is older than the deployed one (git merge-base --is-ancestor), as the deploy script of kitewright's presets does",
      },
    })
    expect(told(inOrder)).toBe(`an older build deploys over a newer one by step "deploy"
- the newer build is created 5m after the older one, both of the default branch
- somebody continues block "ship" of the older build after 1h, that of the newer one as soon as it asks
- counted from the creation of the older one, step "deploy" of the newer build runs from 6m to 7m; that of the older one runs from 1h to 1h 1m
- its concurrency group keeps two from running at one time, not their order: a step behind a block is queued when somebody continues that
- nothing in its command asks whether the commit is older than the deployed one`)
    expect(oneAtATime).toEqual({
      proved: true,
      because: 'the concurrency group "payments/production" lets in one job',
    })
  })

  test.each<[string, Steps, string]>([
    [
      'where a group is opened before the block and closed behind it',
      [command({ ...image, ...alone }), ship, deploy()],
      'somebody continues block "ship" of the older build after 1h',
    ],
    [
      'where its group is eager',
      [image, deploy({ concurrency_method: 'eager', depends_on: 'image' })],
      'step "image" takes 1h in the older',
    ],
    ['where it has no group', [image, deploy({ concurrency: undefined, concurrency_group: undefined })], 'takes 1h'],
    [
      'where it may be run again',
      [command({ ...image, retry: { manual: false } }), deploy()],
      'step "deploy" fails in the older build, and somebody runs it again after 1h',
    ],
    [
      'where a step before it may be run again',
      [image, deploy({ retry: { manual: false }, depends_on: 'image' })],
      'step "image" fails in the older build, and somebody runs it again after 1h',
    ],
    [
      'where a block is there in some builds alone',
      [image, block({ ...ship, if: 'build.message == "ask"' }), deploy({ retry: { manual: false } })],
      'somebody continues block "ship" of the older build after 1h',
    ],
    [
      'where its steps end within a minute',
      [command({ ...image, ...quick }), deploy({ ...quick, concurrency_method: 'eager', depends_on: 'image' })],
      'takes 1m in the older build',
    ],
    [
      'where only a comment of its script speaks of it',
      [image, ship, deploy({ command: 'scripts/careless' })],
      'nothing in its command and in scripts/careless asks',
    ],
    [
      'where its script asks only whether the commit is on its branch',
      [image, ship, deploy({ command: 'scripts/on-main' })],
      'nothing in its command and in scripts/on-main asks',
    ],
    [
      'where its script is told to take an older one',
      [image, ship, deploy({ command: 'scripts/deploy prod --older' })],
      'somebody continues block "ship" of the older build after 1h',
    ],
    [
      'where two ask at one time',
      [image, ship, command({ key: 'deploy', command: 'scripts/deploy prod' })],
      'scripts/deploy refuses a commit that is older than the deployed one, but two at one time ask before either has deployed',
    ],
  ])('but it does %s', (_, steps, says) => {
    const { inOrder } = proved(steps)
    expect({ proved: inOrder.proved, said: told(inOrder) }).toEqual({
      proved: false,
      said: expect.stringContaining(says) as string,
    })
  })

  test('unless what is not known sees to it', () => {
    expect(['scripts/other', 'make other', set].map(unlessOf)).toEqual([
      'scripts/other refuses it, which is not known',
      '`make other` refuses it, which is not known',
      undefined,
    ])
  })
})

test('what a step uploads is asked there, and of a step that is in no build nothing', () => {
  const steps: Steps = [
    deploy({ command: 'buildkite-agent pipeline upload deploy.yml' }),
    command({ key: 'later', command: set, skip: 'not yet' }),
  ]
  const pipeline = definePipeline(steps)
  expect(['deploy', 'later'].map((key) => told(proveBuilds(pipeline, key).inOrder))).toEqual([
    'not decided: it uploads steps, and what holds is to be asked of these',
    'not decided: no build has it',
  ])
})

describe('two deploys are never at work at one time', () => {
  test.each<[string, Steps | Pipeline, string]>([
    ['no group', [image, command({ key: 'deploy', command: set })], 'it has no concurrency_group'],
    ['a group for several', [image, deploy({ concurrency: 2 })], 'its concurrency group lets in 2'],
    [
      'a group of each build',
      definePipeline(({ build }) => [image, deploy({ concurrency_group: `payments/${build.commit}` })]),
      'each build has a concurrency group of its own',
    ],
  ])('but they are with %s', (_, steps, why) => {
    const { oneAtATime } = proved(steps)
    expect(told(oneAtATime)).toMatch(new RegExp(`^two builds run step "deploy" at one time: ${why}\n`))
  })

  test('but those of one build are, where it has several', () => {
    const gate = { concurrency: 1, concurrency_group: 'gate' }
    const steps: Steps = [
      command({ ...image, ...gate, ...final }),
      command({ key: 'deploy', command: set, parallelism: 2, depends_on: 'image', ...final }),
      command({ key: 'end', command: 'true', depends_on: 'deploy', ...gate }),
    ]
    expect(told(proveBuilds(definePipeline(steps), 'deploy').oneAtATime).split('\n')[0]).toBe(
      'two jobs run step "deploy" at one time: it has no concurrency_group, and the concurrency gate from step "image" to step "end" leaks: step "deploy" is several jobs',
    )
  })

  test('that is not decided where builds of another kind have another group', () => {
    const pipeline = definePipeline(({ build }) => [
      image,
      deploy({ concurrency_group: build.tag ? 'payments/tag' : 'payments' }),
    ])
    expect(told(proved(pipeline).oneAtATime)).toMatch(
      /^not decided: a build of .* has another concurrency group than one of /,
    )
  })

  test('that is not decided where the agent fills the name of the group in', async () => {
    const { fromYaml } = await import('../yaml.ts')
    const steps = (group: string): Steps => [
      fromYaml.text(`steps: [{ key: deploy, command: x, concurrency: 1, concurrency_group: ${group} }]`, {
        name: 'pipeline.yml',
      }),
    ]
    expect(
      [
        'payments/$STAGE',
        'payments/$BUILDKITE_PIPELINE_SLUG',
        'payments/$BUILDKITE_BRANCH',
        'payments/$BUILDKITE_BUILD_NUMBER',
      ].map((group) => told(proved(steps(group)).oneAtATime).split('\n')[0]),
    ).toEqual([
      'not decided: the name of its concurrency group has STAGE in it, which other builds may have otherwise, and no two builds were found that run it at one time',
      'yes: the concurrency group "payments/$BUILDKITE_PIPELINE_SLUG" lets in one job',
      'not decided: a build of the default branch has another concurrency group than one of a pull request',
      'two builds run step "deploy" at one time: the name of its concurrency group has BUILDKITE_BUILD_NUMBER in it, which other builds may have otherwise',
    ])
  })
})

const push = (name: string) => command({ key: 'image', command: `docker push ${name}` })

describe('a deploy uses what its own build made', () => {
  const pull = (name: string) => deploy({ command: `kubectl set image deployment/payments app=${name}` })

  test.each([
    ['an image by its commit', [image, ship, deploy()], 'yes: it deploys the image acme/payments:$BUILDKITE_COMMIT'],
    [
      'artifacts and meta-data',
      [deploy({ command: 'buildkite-agent artifact download "dist/*" . && aws s3 sync dist s3://payments' })],
      'yes: it deploys artifacts of its own build',
    ],
    [
      'artifacts of the build that it says is its own',
      [
        deploy({
          command:
            'buildkite-agent artifact download dist.tgz . --build "$BUILDKITE_BUILD_ID"\naws s3 cp dist.tgz s3://x',
        }),
      ],
      'yes: it deploys artifacts of its own build',
    ],
    [
      'an image by a tag that all builds push',
      [push('acme/payments'), ship, pull('acme/payments:latest')],
      'step "deploy" of an older build deploys the image that a newer one made: acme/payments:latest',
    ],
    [
      'an image by its branch',
      [push('acme/payments:$BUILDKITE_BRANCH'), wait(), pull('acme/payments:$BUILDKITE_BRANCH')],
      'step "deploy" of an older build deploys the image that a newer one made: acme/payments:$BUILDKITE_BRANCH',
    ],
    [
      'an image by a variable that is not known',
      [push('acme/payments:$TAG'), pull('acme/payments:$TAG')],
      'not decided: whether other builds push acme/payments:$TAG is not known',
    ],
    [
      'artifacts of another build',
      [deploy({ command: 'buildkite-agent artifact download dist.tgz . --build $TESTED\naws s3 cp dist.tgz s3://x' })],
      'not decided: it takes what the build $TESTED made, and which one that is, is not known',
    ],
    ['a script that is not read', [deploy({ command: 'scripts/other' })], 'not decided: scripts/other was not read'],
    [
      'a program that is not known',
      [deploy({ command: 'make other' })],
      'not decided: what `make other` deploys is not known',
    ],
    [
      'nothing that a build makes',
      [deploy({ command: 'kubectl apply -f service.yml' })],
      'not decided: its commands name nothing that a build made',
    ],
  ] as readonly (readonly [string, Steps, string])[])('%s', (_, steps, expected) => {
    expect(told(proved(steps).ownWork).split('\n')[0]).toBe(expected)
  })

  test('by a name that each build gives it', () => {
    const pipeline = definePipeline(({ build }) => [
      push(`acme/payments:${build.commit}`),
      ship,
      pull(`acme/payments:${build.commit}`),
    ])
    expect(told(proved(pipeline).ownWork)).toBe('yes: it deploys the image acme/payments:HEAD')
  })
})

test('what the presets deploy is in order, one at a time, and its own', () => {
  const pipeline = service({ name: 'payments' })
  for (const key of ['deploy-test', 'deploy-production']) {
    const { inOrder, oneAtATime, ownWork } = proveBuilds(pipeline, key)
    expect([inOrder.proved, oneAtATime.proved, ownWork.proved]).toEqual([true, true, true])
  }
})

test('a build of a branch that the author names, a key that no build has, and an async function', async () => {
  const pipeline = definePipeline(({ build }) => (build.branch === 'release/1' ? [ship, deploy()] : [ship]))
  const contexts = [{ build: { branch: 'release/1' } }]
  expect(proved(pipeline, { contexts }).inOrder.proved).toBe(false)
  expect(() => proveBuilds(pipeline, 'deploy')).toThrow('no build has a step "deploy"')
  const later = definePipeline(() => Promise.resolve([ship, deploy()]))
  expect(() => proveBuilds(later, 'deploy')).toThrow('async')
  expect((await proveBuildsAsync(later, 'deploy')).inOrder.proved).toBe(false)
})
