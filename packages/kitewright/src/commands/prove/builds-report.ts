import type { BuildsVerdict } from '../../proof/told-of-builds.ts'
import { oneLine } from '../../text/visible.ts'
import type { BuildsOfStep } from './built-at-once.ts'
import { table } from './table.ts'

const claims = {
  inOrder: 'older never after newer',
  oneAtATime: 'one at a time',
  ownWork: 'what its own build made',
} as const

type Claim = keyof typeof claims

/** What holds across builds as a table, and below it two builds for each claim that does not hold. */
export function buildsReport(builds: readonly BuildsOfStep[]): readonly string[] {
  if (builds.length === 0) return []
  const names = Object.keys(claims) as Claim[]
  const rows = builds.map((one) => [oneLine(one.step), ...names.map((claim) => wordFor(one[claim]))])
  const stories = builds.flatMap((one) => names.flatMap((claim) => storyOf(one, claim)))
  return ['', ...table([['across builds', ...Object.values(claims)], ...rows]), ...stories]
}

function wordFor(verdict: BuildsVerdict): string {
  if (verdict.proved) return 'yes'
  const { builds, unless } = verdict.violation
  if (builds === undefined) return 'not decided'
  return unless === undefined ? 'no, see below' : 'not by itself, see below'
}

function storyOf({ step, ...verdicts }: BuildsOfStep, claim: Claim): readonly string[] {
  const verdict = verdicts[claim]
  if (verdict.proved) return []
  const { explanation, mend, unless } = verdict.violation
  const lines = explanation.split('\n')
  const about = lines.length === 1 ? [`step "${step}", ${claims[claim]}: ${explanation}`] : lines
  return [
    '',
    ...about,
    ...(unless === undefined ? [] : [`- unless ${unless}`]),
    ...(mend === undefined ? [] : [`mend: ${mend}`]),
  ].map((line) => oneLine(line))
}
