import * as fc from 'fast-check'
import { conditions, type PlainStep } from '../scheduler/plain-pipeline.ts'

interface Drawn {
  readonly kind: PlainStep['kind']
  readonly depends: readonly number[] | undefined
  readonly tolerates: boolean
  readonly isTolerant: boolean
  readonly if: PlainStep['if']
  readonly branches: string | undefined
  readonly soft: PlainStep['soft_fail']
  readonly goesOn: boolean
  readonly jobs: 'one' | 'skipped' | 'none'
}

const rarely = <Value>(value: Value, weight = 4) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight }, { arbitrary: fc.constant(value), weight: 1 })

const drawn = fc.record<Drawn>({
  kind: fc.constantFrom('command', 'command', 'command', 'wait', 'block', 'block', 'input', 'trigger', 'group'),
  depends: fc.option(fc.uniqueArray(fc.nat(5), { maxLength: 2 }), { nil: undefined, freq: 2 }),
  tolerates: fc.boolean(),
  isTolerant: fc.constantFrom(false, false, true),
  if: fc
    .option(fc.constantFrom(...(Object.keys(conditions) as NonNullable<PlainStep['if']>[])), { freq: 1 })
    .map((text) => text ?? undefined),
  branches: rarely('main', 9),
  soft: fc.constantFrom(undefined, undefined, true as const, [{ exit_status: 1 }], [{ exit_status: '*' as const }]),
  goesOn: fc.boolean(),
  jobs: fc.constantFrom('one', 'one', 'one', 'one', 'one', 'one', 'skipped', 'none'),
})

const edge = fc.record({ allow_failure: fc.boolean(), isThere: fc.boolean() })

/** Where a failure may be taken back after something has started behind it: seldom among those that are drawn freely. */
const retried: fc.Arbitrary<readonly PlainStep[]> = fc
  .tuple(edge, edge, edge, fc.array(drawn, { maxLength: 1 }))
  .map(([early, toGate, toFirst, more]) => [
    { kind: 'command', key: 's0' },
    { kind: 'block', key: 's1', depends_on: early.isThere ? [{ step: 's0', allow_failure: false }] : undefined },
    { kind: 'command', key: 's2', depends_on: [{ step: 's1', allow_failure: toGate.allow_failure }] },
    ...more.map((one) => stepOf(one, 3)),
    {
      kind: 'command',
      key: 's4',
      depends_on: [
        { step: 's2', allow_failure: early.allow_failure },
        ...(toFirst.isThere ? [{ step: 's0', allow_failure: toFirst.allow_failure }] : []),
      ],
    },
  ])

const free: fc.Arbitrary<readonly PlainStep[]> = fc
  .array(drawn, { minLength: 2, maxLength: 5 })
  .map((list) => list.map(stepOf))
  .filter((steps) => steps.some(({ kind }) => kind === 'block') && steps.some(isDeployable))

/** The steps of a pipeline that is small enough to try all that may happen to it. */
export const smallPipeline = fc.oneof({ arbitrary: free, weight: 9 }, { arbitrary: retried, weight: 1 })

/** Whether a step can be asked about. */
export function isDeployable({ kind }: PlainStep): boolean {
  return kind === 'command' || kind === 'trigger'
}

function stepOf(one: Drawn, index: number): PlainStep {
  const key = `s${index}`
  const usual = {
    key,
    if: one.if,
    branches: one.branches,
    depends_on: one.depends?.filter((at) => at < index).map((at) => ({ step: `s${at}`, allow_failure: one.tolerates })),
  }
  const tolerant = { allow_dependency_failure: one.isTolerant }
  switch (one.kind) {
    case 'wait':
      return { kind: 'wait', ...usual, continue_on_failure: one.goesOn }
    case 'group':
      return { kind: 'group', ...usual, steps: [childOf(one, usual)] }
    case 'command':
      return { kind: 'command', ...usual, ...tolerant, soft_fail: one.soft, ...jobsOf(one) }
    case 'trigger':
      return { kind: 'trigger', ...usual, ...tolerant, ...(one.soft === true && { soft_fail: true }) }
    default:
      return { kind: one.kind, ...usual, ...tolerant }
  }
}

/** One that may have conditions and dependencies beside those of its group. */
function childOf({ soft, isTolerant, goesOn, tolerates }: Drawn, group: Omit<PlainStep, 'kind'>): PlainStep {
  return {
    kind: 'command',
    key: `${group.key}c`,
    soft_fail: soft,
    allow_dependency_failure: isTolerant,
    ...(goesOn && { depends_on: group.depends_on?.slice(1) }),
    ...(tolerates && { if: 'build.branch != "main"' as const }),
  }
}

function jobsOf({ jobs }: Drawn): Partial<PlainStep> {
  if (jobs === 'none') return { parallelism: 0 }
  return jobs === 'skipped' ? { matrix: ['a'], matrixSkip: 'a' } : {}
}
