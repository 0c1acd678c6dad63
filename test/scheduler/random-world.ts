import * as fc from 'fast-check'
import {
  allSteps,
  branchPatterns,
  conditions,
  jobNames,
  type PlainScenario,
  type PlainStep,
  type PlainWorld,
  watched,
} from './plain-pipeline.ts'

/** A value in one of some cases, nothing in the others. */
function seldom<Value>(value: fc.Arbitrary<Value>, weight = 4): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
}

const status = fc.constantFrom(0, 0, 0, 1, 2, -1)

const presence = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(conditions)).map((text) => ({ if: text })) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(branchPatterns)).map((branches) => ({ branches })) },
  { weight: 1, arbitrary: fc.constant({ if_changed: watched }) },
  { weight: 1, arbitrary: fc.constantFrom<boolean | string>(true, false, 'flaky', '').map((skip) => ({ skip })) },
)

function isOfJobs(when: object): boolean {
  return 'skip' in when || 'if_changed' in when
}

const failures = fc.record({
  soft_fail: seldom(
    fc.constantFrom<NonNullable<PlainStep['soft_fail']>>(true, [{ exit_status: 1 }], [{ exit_status: '*' }]),
  ),
  retry: seldom(
    fc.constantFrom<NonNullable<PlainStep['retry']>>(
      { automatic: [{ exit_status: '*', limit: 1 }] },
      {
        automatic: [
          { exit_status: 1, limit: 2 },
          { exit_status: '*', limit: 1 },
        ],
      },
      { automatic: [{ exit_status: 2, limit: 1 }] },
      { manual: { allowed: false } },
    ),
  ),
  timeout_in_minutes: seldom(fc.constantFrom(1, 2)),
  cancel_on_build_failing: seldom(fc.constant(true)),
})

const jobs = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom(0, 2, 3).map((parallelism) => ({ parallelism })) },
  { weight: 1, arbitrary: fc.constant({ matrix: ['x', 'y'] }) },
  { weight: 1, arbitrary: fc.constant({ matrix: ['x', 'y', 'z'], matrixSkip: 'y' }) },
)

const concurrency = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      concurrency: fc.constantFrom(1, 1, 2),
      concurrency_group: fc.constantFrom('one', 'two'),
      concurrency_method: fc.constantFrom<'ordered' | 'eager' | undefined>('ordered', 'eager', undefined),
    }),
  },
)

const commandAttributes = fc
  .tuple(
    failures,
    jobs,
    concurrency,
    fc.record({ priority: seldom(fc.constantFrom(-1, 1, 5)), queue: seldom(fc.constantFrom('big', 'small')) }),
  )
  .map((parts) => Object.assign({}, ...parts) as Omit<Partial<PlainStep>, 'key' | 'steps' | 'depends_on'>)

type Draft = Omit<PlainStep, 'key' | 'depends_on' | 'steps'> & {
  readonly dependencies: readonly { readonly pick: number; readonly allow_failure: boolean }[] | undefined
  readonly steps?: readonly Draft[] | undefined
}

const dependencies = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.array(fc.record({ pick: fc.nat(20), allow_failure: fc.constantFrom(false, false, true) }), {
      maxLength: 3,
    }),
  },
)

const single: fc.Arbitrary<Draft> = fc
  .tuple(
    fc.constantFrom<PlainStep['kind']>(
      ...Array<'command'>(7).fill('command'),
      'wait',
      'wait',
      'block',
      'input',
      'trigger',
    ),
    presence,
    dependencies,
    seldom(fc.constant(true), 5),
    commandAttributes,
    fc.boolean(),
  )
  .map(([kind, when, named, tolerates, attributes, goesOn]) => ({
    kind,
    ...(isOfJobs(when) && kind !== 'command' && kind !== 'trigger' ? {} : when),
    // A plain wait says nothing of its own.
    dependencies: kind === 'wait' && !goesOn ? undefined : named,
    ...(tolerates && { allow_dependency_failure: true }),
    ...(kind === 'wait' && goesOn && { continue_on_failure: true }),
    ...(kind === 'command' && attributes),
    ...(kind === 'trigger' && { soft_fail: attributes.soft_fail === true ? true : undefined }),
  }))

const group: fc.Arbitrary<Draft> = fc
  .tuple(fc.array(single, { minLength: 1, maxLength: 4 }), presence, dependencies, seldom(fc.constant(true), 5))
  .map(([steps, when, named, tolerates]) => ({
    kind: 'group' as const,
    ...('branches' in when ? {} : when),
    dependencies: named,
    steps,
    ...(tolerates && { allow_dependency_failure: true }),
  }))

const pipeline: fc.Arbitrary<readonly PlainStep[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: single }, { weight: 1, arbitrary: group }), { minLength: 1, maxLength: 9 })
  .map((drafts) => {
    let count = 0
    const keys: string[] = []
    const finish = (draft: Draft, around: readonly string[]): PlainStep => {
      const { dependencies: named, steps, ...rest } = draft
      const key = `s${count++}`
      const targets = keys.filter((one) => !around.includes(one))
      keys.push(key)
      const depends = named?.flatMap(({ pick, allow_failure }) => {
        const step = targets[pick % Math.max(1, targets.length)]
        return step === undefined ? [] : [{ step, allow_failure }]
      })
      const distinct = depends && [...new Map(depends.map((one) => [one.step, one])).values()]
      const inside = steps?.map((child) => finish(child, [...around, key]))
      return { ...rest, key, ...(distinct && { depends_on: distinct }), ...(inside && { steps: inside }) }
    }
    return drafts.map((draft) => finish(draft, []))
  })

const build: fc.Arbitrary<PlainScenario> = pipeline.chain((steps) => {
  const all = allSteps(steps)
  const names = all.filter(({ kind }) => kind === 'command' || kind === 'trigger').flatMap(jobNames)
  const blocks = all.filter(({ kind }) => kind === 'block' || kind === 'input').map(({ key }) => key)
  const retried = all.filter(({ kind }) => kind === 'command').map(({ key }) => key)
  const time = fc.constantFrom(0, 1, 2, 3, 5)
  return fc.record({
    at: fc.constantFrom(0, 0, 1),
    branch: fc.constantFrom('main', 'main', 'feature/x'),
    message: fc.constantFrom('fix', 'ship'),
    isChanged: fc.constantFrom(true, true, false),
    steps: fc.constant(steps),
    jobs: fc.record(
      Object.fromEntries(
        names.map((name) => [
          name,
          fc.record({
            statuses: fc.array(status, { minLength: 1, maxLength: 3 }),
            minutes: fc.constantFrom(0.5, 1, 2, 3),
          }),
        ]),
      ),
    ),
    unblock: fc
      .record(
        Object.fromEntries(
          blocks.map((name) => [
            name,
            fc.oneof(
              fc.constant(undefined),
              time.map((after) => ({ after })),
              time.map((at) => ({ at })),
            ),
          ]),
        ),
      )
      .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))),
    retry:
      retried.length === 0 ? fc.constant([]) : seldomList(fc.record({ at: time, step: fc.constantFrom(...retried) })),
    cancel: seldomList(
      fc.oneof(
        time.map((at) => ({ at })),
        fc.record({ at: time, step: fc.constantFrom(...all.map(({ key }) => key)) }),
      ),
    ),
  }) as fc.Arbitrary<PlainScenario>
})

function seldomList<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 2 }) },
  )
}

/** One or two small builds, with everything that the scheduler knows of. */
export const randomWorld: fc.Arbitrary<PlainWorld> = fc.record({
  builds: fc.array(build, { minLength: 1, maxLength: 2 }),
  agents: fc.oneof(
    fc.constant({}),
    fc.record({ default: fc.constantFrom(1, 2, 3) }),
    fc.record({ default: fc.constantFrom(1, 2), big: fc.constantFrom(0, 1) }),
  ) as fc.Arbitrary<Readonly<Record<string, number>>>,
})
