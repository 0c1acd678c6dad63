import * as fc from 'fast-check'
import { allSteps, branchPatterns, conditions, type PlainStep, watched } from '../scheduler/plain-pipeline.ts'
import { scenarioCount } from './brute-force.ts'

interface Drawn {
  readonly kind: Exclude<PlainStep['kind'], 'group'>
  /** The numbers of earlier steps, of which there may be less. */
  readonly depends: readonly number[] | undefined
  readonly tolerates: boolean
  readonly isTolerant: boolean
  readonly if: PlainStep['if']
  readonly branches: PlainStep['branches']
  readonly ifChanged: typeof watched | undefined
  readonly skip: PlainStep['skip']
  readonly soft: PlainStep['soft_fail']
  readonly retry: PlainStep['retry']
  readonly goesOn: boolean
  readonly jobs: keyof typeof jobsBy
  readonly isRaw: boolean
}

/** A step that is drawn, and those in it where it is to be a group. */
type DrawnStep = Drawn & { readonly children?: readonly Drawn[] | undefined }

const jobsBy = {
  one: {},
  two: { parallelism: 2 },
  cells: { matrix: ['a', 'b'] },
  half: { matrix: ['a', 'b'], matrixSkip: 'a' },
  skipped: { matrix: ['a'], matrixSkip: 'a' },
  none: { parallelism: 0 },
} as const satisfies Record<string, Partial<PlainStep>>

const rarely = <Value>(value: fc.Arbitrary<Value>, weight = 4) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight }, { arbitrary: value, weight: 1 })

const drawn = fc.record<Drawn>({
  kind: fc.constantFrom('command', 'command', 'command', 'wait', 'block', 'block', 'input', 'trigger'),
  depends: fc.option(fc.uniqueArray(fc.nat(5), { maxLength: 2 }), { nil: undefined, freq: 2 }),
  tolerates: fc.boolean(),
  isTolerant: fc.constantFrom(false, false, true),
  if: rarely(fc.constantFrom(...Object.keys(conditions)), 1),
  branches: rarely(fc.constantFrom(...Object.keys(branchPatterns)), 9),
  ifChanged: rarely(fc.constant(watched), 9),
  skip: rarely(fc.constantFrom<boolean | string>(true, 'later', false, ''), 15),
  soft: fc.constantFrom(undefined, undefined, true as const, [{ exit_status: 1 }], [{ exit_status: '*' as const }]),
  retry: rarely(
    fc.constantFrom<NonNullable<PlainStep['retry']>>(
      { manual: { allowed: false } },
      { automatic: [{ exit_status: '*', limit: 1 }] },
      { automatic: [{ exit_status: 1, limit: 2 }], manual: { allowed: false } },
    ),
  ),
  goesOn: fc.boolean(),
  jobs: fc.constantFrom('one', 'one', 'one', 'one', 'one', 'one', 'two', 'cells', 'half', 'skipped', 'none'),
  isRaw: fc.constantFrom(false, false, false, true),
})

const drawnStep: fc.Arbitrary<DrawnStep> = fc.oneof(
  { arbitrary: drawn, weight: 8 },
  {
    arbitrary: fc
      .tuple(drawn, fc.array(drawn, { minLength: 1, maxLength: 3 }))
      .map(([group, children]) => ({ ...group, children })),
    weight: 1,
  },
)

const edge = fc.record({ allow_failure: fc.boolean(), isThere: fc.boolean() })

/** Where a failure may be taken back after something has started behind it: seldom among those that are drawn freely. */
const retried: fc.Arbitrary<readonly PlainStep[]> = fc
  .tuple(edge, edge, edge, fc.array(drawn, { maxLength: 1 }))
  .map(([early, toGate, toFirst, more]) => [
    { kind: 'command', key: 's0' },
    { kind: 'block', key: 's1', depends_on: early.isThere ? [{ step: 's0', allow_failure: false }] : undefined },
    { kind: 'command', key: 's2', depends_on: [{ step: 's1', allow_failure: toGate.allow_failure }] },
    ...more.map((one) => stepOf(one, 's3', ['s0', 's1', 's2'])),
    {
      kind: 'command',
      key: 's4',
      depends_on: [
        { step: 's2', allow_failure: early.allow_failure },
        ...(toFirst.isThere ? [{ step: 's0', allow_failure: toFirst.allow_failure }] : []),
      ],
    },
  ])

const free: fc.Arbitrary<readonly PlainStep[]> = fc.array(drawnStep, { minLength: 2, maxLength: 5 }).map(stepsOf)

/** How many builds are tried for one pipeline. */
const mostBuilds = 2000

/** The steps of a pipeline that is small enough to try all that may happen to it. */
export const smallPipeline = fc
  .oneof({ arbitrary: free, weight: 9 }, { arbitrary: retried, weight: 1 })
  .filter((steps) => {
    const all = allSteps(steps)
    return all.some(({ kind }) => kind === 'block') && all.some(isDeployable) && scenarioCount(steps) <= mostBuilds
  })

/** Whether a step can be asked about. */
export function isDeployable({ kind }: PlainStep): boolean {
  return kind === 'command' || kind === 'trigger'
}

function stepsOf(list: readonly DrawnStep[]): readonly PlainStep[] {
  const earlier: string[] = []
  return list.map((one, index) => {
    const key = `s${index}`
    const before = [...earlier]
    earlier.push(key)
    if (one.children === undefined) return stepOf(one, key, before)
    const children = one.children.map((child, at) => {
      const step = stepOf(child, `${key}c${at}`, before)
      before.push(step.key)
      return step
    })
    const group = groupOf(one, key, earlier.slice(0, -1), children)
    earlier.push(...children.map((child) => child.key))
    return group
  })
}

function usualOf(one: Drawn, key: string, earlier: readonly string[]): Omit<PlainStep, 'kind'> {
  return {
    key,
    if: one.if,
    branches: one.branches,
    depends_on: one.depends?.flatMap((at) => {
      const step = earlier[at]
      return step === undefined ? [] : [{ step, allow_failure: one.tolerates }]
    }),
    ...(one.isRaw && { isRaw: true }),
  }
}

function groupOf(one: Drawn, key: string, earlier: readonly string[], steps: readonly PlainStep[]): PlainStep {
  return { kind: 'group', ...usualOf(one, key, earlier), skip: one.skip, steps }
}

function stepOf(one: Drawn, key: string, earlier: readonly string[]): PlainStep {
  const usual = usualOf(one, key, earlier)
  const tolerant = { allow_dependency_failure: one.isTolerant }
  const ofJobs = { skip: one.skip, ...(one.ifChanged && { if_changed: one.ifChanged }) }
  switch (one.kind) {
    case 'wait':
      return { kind: 'wait', ...usual, continue_on_failure: one.goesOn }
    case 'command':
      return {
        kind: 'command',
        ...usual,
        ...tolerant,
        ...ofJobs,
        ...jobsBy[one.jobs],
        soft_fail: one.soft,
        retry: one.retry,
      }
    case 'trigger':
      return { kind: 'trigger', ...usual, ...tolerant, skip: one.skip, ...(one.soft === true && { soft_fail: true }) }
    default:
      return { kind: one.kind, ...usual, ...tolerant, ...(one.isRaw && ofJobs) }
  }
}
