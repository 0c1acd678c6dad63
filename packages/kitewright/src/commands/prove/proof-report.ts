import type { GateOfStep } from '../../proof/infer-gates.ts'
import { lineStart, oneLine } from '../../text/visible.ts'
import { buildsReport } from './builds-report.ts'
import type { FileProof } from './prove-file.ts'
import { table } from './table.ts'

/** The gates of a pipeline as a table, and below it each build that breaks one. */
export function proofReport({ gates, builds }: FileProof): string {
  if (gates.length === 0)
    return 'nothing to prove: the pipeline declares no gates, and no step looks like a deploy; "deploys" in kitewright.config.json says which are\n'
  const rows = gates.map((one) => [
    lineStart(one.step),
    ...[one.gates.join(' or ') || '–', verdictOf(one)].map(oneLine),
  ])
  const violations = gates.flatMap(({ proof }) =>
    proof?.proved === false ? ['', ...shown(proof.violation.explanation)] : [],
  )
  const [contexts] = gates.flatMap(({ proof }) => (proof?.proved === true ? [proof.contexts] : []))
  const note = contexts === undefined ? [] : ['', `proved for ${contexts.map(oneLine).join('; ')}`, ...assumed]
  return `${[...table([['step', 'behind', ''], ...rows]), ...violations, ...note, ...buildsReport(builds)].join('\n')}\n`
}

const assumed = [
  'assumed: steps that upload more add no such step and replace none; nobody changes the build through the API',
]

function shown(explanation: string): readonly string[] {
  return explanation.split('\n').map((line) => lineStart(line))
}

/** Whether a step is gated, in some words. */
export function verdictOf({ holds, gates, except }: GateOfStep): string {
  switch (holds) {
    case 'always':
      return 'gated'
    case 'sometimes':
      return `gated except ${except}`
    case 'undecided':
      return 'not decided, see below'
    case 'never':
      return gates.length === 0 ? 'not gated: no block stands before it' : 'not gated: it does not wait for it'
  }
}
