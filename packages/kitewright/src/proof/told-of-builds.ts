import { type Answer, type BuildAnswers, simulated } from '@kitewright/prover/builds'
import type { BuildOfSeveral, SharedOptions } from '../simulation/scenario.ts'

/** What holds of a step that deploys, whichever builds of its pipeline run at once. */
export interface BuildsProof {
  /** An older commit never comes after a newer one of the same branch. */
  readonly inOrder: BuildsVerdict
  /** No two jobs of the step are at work at one time. */
  readonly oneAtATime: BuildsVerdict
  /** It deploys what its own build made. */
  readonly ownWork: BuildsVerdict
}

/** Proved, with the reason; or not. What was not decided is not proved. */
export type BuildsVerdict =
  { readonly proved: true; readonly because: string } | { readonly proved: false; readonly violation: BuildsViolation }

/** Two builds in which it does not hold. */
export interface BuildsViolation {
  /** The older one and the newer one, as `simulateBuilds` takes them beside the pipeline. Undefined where nothing was decided. */
  readonly builds?: readonly OneOfTwo[] | undefined
  /** What the builds share, where Buildkite leaves something open that matters. */
  readonly shared?: SharedOptions | undefined
  /** What happens, line by line. */
  readonly explanation: string
  /** What to change. */
  readonly mend?: string | undefined
  /** What may keep it from happening all the same, and was not read. */
  readonly unless?: string | undefined
}

/** One of two builds. */
export interface OneOfTwo {
  readonly id: 'older' | 'newer'
  /** Seconds from the creation of the older one. */
  readonly at: number
  readonly scenario: NonNullable<BuildOfSeveral['scenario']>
}

/** The answers, as users are told. */
export function toldOf({ inOrder, oneAtATime, ownWork }: BuildAnswers): BuildsProof {
  return { inOrder: verdict(inOrder), oneAtATime: verdict(oneAtATime), ownWork: verdict(ownWork) }
}

function verdict(answer: Answer): BuildsVerdict {
  if (answer.is === 'proved') return { proved: true, because: answer.why }
  if (answer.is === 'undecided') return { proved: false, violation: { explanation: `not decided: ${answer.why}` } }
  const { explanation, mend, unless, clash } = answer
  const { older, newer, course } = clash
  const choices = { ...older.choices, ...newer.choices }
  return {
    proved: false,
    violation: {
      builds: [
        { id: 'older', at: 0, scenario: scenarioOf(older, course.older) },
        { id: 'newer', at: course.at, scenario: scenarioOf(newer, course.newer) },
      ],
      ...(Object.keys(choices).length > 0 && { shared: { choices } }),
      explanation: explanation.join('\n'),
      mend,
      ...(unless !== undefined && { unless }),
    },
  }
}

function scenarioOf(...[way, more]: Parameters<typeof simulated>): OneOfTwo['scenario'] {
  const { context, scenario } = simulated(way, more)
  const { isTrusted: _isTrusted, ...build } = context.build
  return {
    build,
    ...(Object.keys(context.pipeline).length > 0 && { pipeline: context.pipeline }),
    ...(Object.keys(context.env).length > 0 && { env: context.env }),
    ...(!context.affects() && { changedFiles: context.changedFiles }),
    ...scenario,
  }
}
