import type { BuildsProof, BuildsVerdict } from '../../proof/told-of-builds.ts'
import { lineStart } from '../../text/visible.ts'
import type { BuildsOfStep } from './built-at-once.ts'
import { table } from './table.ts'

const claims = {
  inOrder: 'older never after newer',
  oneAtATime: 'one at a time',
  ownWork: 'what its own build made',
} as const

const assumption =
  'assumed: a script that asks git whether a commit is older refuses it, and nothing but this pipeline deploys there'

type Claim = keyof typeof claims

/** What holds across builds as a table, and below it two builds for each claim that does not hold. */
export function buildsReport(builds: readonly BuildsOfStep[]): readonly string[] {
  if (builds.length === 0) return []
  const names = Object.keys(claims) as Claim[]
  const assumed = builds.some(({ inOrder }) => inOrder.proved) ? ['', assumption] : []
  const rows = builds.map((one) => [lineStart(one.step), ...names.map((claim) => wordFor(one[claim]))])
  const reasons = builds.flatMap((one) => reasonsOf(one))
  const stories = builds.flatMap((one) => names.flatMap((claim) => storyOf(one[claim])))
  return [
    '',
    ...table([['across builds', ...Object.values(claims)], ...rows]),
    ...reasons,
    ...assumed,
    ...stories,
    ...openOf(builds),
  ]
}

function wordFor(verdict: BuildsVerdict): string {
  if (verdict.proved) return 'yes'
  const { builds, unless } = verdict.violation
  if (builds === undefined) return 'not decided'
  return unless === undefined ? 'no, see below' : 'up to what it runs'
}

function reasonsOf({ step, ...verdicts }: BuildsOfStep): readonly string[] {
  const because = Object.values(verdicts).flatMap((verdict) => (verdict.proved ? [verdict.because] : []))
  return because.length === 0 ? [] : ['', lineStart(`${step}: ${because.join('; ')}`)]
}

/** Two builds for a claim that does not hold. */
function storyOf(verdict: BuildsVerdict): readonly string[] {
  if (verdict.proved || verdict.violation.builds === undefined || verdict.violation.unless !== undefined) return []
  const { explanation, mend } = verdict.violation
  return ['', ...explanation.split('\n'), `mend: ${mend}`].map((line) => lineStart(line))
}

/** What steps have to see to by what they run, and what is not decided: once for those of which the same is said. */
function openOf(builds: readonly BuildsOfStep[]): readonly string[] {
  const steps = new Map<string, string[]>()
  for (const { step, ...verdicts } of builds) {
    const lines = openLines(verdicts).join('\n')
    steps.set(lines, [...(steps.get(lines) ?? []), step])
  }
  steps.delete('')
  return Array.from(steps, ([lines, names]) => ['', `${names.join(', ')}:`, ...lines.split('\n')].map(lineStart)).flat()
}

function openLines(verdicts: BuildsProof): readonly string[] {
  const undecided = new Map<string, string[]>()
  const mends = new Set<string>()
  for (const claim of Object.keys(claims) as Claim[]) {
    const verdict = verdicts[claim]
    if (verdict.proved) continue
    const { builds, explanation, mend = '', unless } = verdict.violation
    if (builds === undefined) undecided.set(explanation, [...(undecided.get(explanation) ?? []), claims[claim]])
    else if (unless !== undefined) for (const one of mend.split('; ')) mends.add(one)
  }
  return [...mends, ...Array.from(undecided, ([why, of]) => `${of.join(', ')}: ${why}`)].map((line) => `- ${line}`)
}
