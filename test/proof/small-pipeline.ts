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
  if: fc.option(fc.constantFrom(...(Object.keys(conditions) as NonNullable<PlainStep['if']>[])), { freq: 1 }).map(
    (text) => text ?? undefined,
  ),
  branches: rarely('main', 9),
  soft: fc.constantFrom(undefined, undefined, true as const, [{ exit_status: 1 }], [{ exit_status: '*' as const }]),
  goesOn: fc.boolean(),
  jobs: fc.constantFrom('one', 'one', 'one', 'one', 'one', 'one', 'skipped', 'none'),
})

/** The steps of a pipeline that is small enough to try all that may happen to it. */
export const smallPipeline: fc.Arbitrary<readonly PlainStep[]> = fc
  .array(drawn, { minLength: 2, maxLength: 5 })
  .map((list) => list.map((one, index) => stepOf(one, index, list)))
  .filter((steps) => steps.some(({ kind }) => kind === 'block') && steps.some(isDeployable))

/** Whether a step can be asked about. */
export function isDeployable({ kind }: PlainStep): boolean {
  return kind === 'command' || kind === 'trigger'
}

function stepOf(one: Drawn, index: number, list: readonly Drawn[]): PlainStep {
  const key = `s${index}`
  const usual = {
    key,
    if: one.if,
    branches: one.branches,
    depends_on: one.depends
      // A wait that has no key of its own cannot be named; these have one.
      ?.filter((at) => at < index && at < list.length)
      .map((at) => ({ step: `s${at}`, allow_failure: one.tolerates })),
  }
  const tolerant = { allow_dependency_failure: one.isTolerant }
  switch (one.kind) {
    case 'wait':
      return { kind: 'wait', ...usual, continue_on_failure: one.goesOn }
    case 'group':
      return { kind: 'group', ...usual, steps: [{ kind: 'command', key: `${key}c`, soft_fail: one.soft, ...tolerant }] }
    case 'command':
      return { kind: 'command', ...usual, ...tolerant, soft_fail: one.soft, ...jobsOf(one) }
    case 'trigger':
      return { kind: 'trigger', ...usual, ...tolerant, ...(one.soft === true && { soft_fail: true }) }
    default:
      return { kind: one.kind, ...usual, ...tolerant }
  }
}

function jobsOf({ jobs }: Drawn): Partial<PlainStep> {
  if (jobs === 'none') return { parallelism: 0 }
  return jobs === 'skipped' ? { matrix: ['a'], matrixSkip: 'a' } : {}
}
