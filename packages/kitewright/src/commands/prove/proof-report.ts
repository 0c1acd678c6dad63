import type { GateOfStep } from '../../proof/infer-gates.ts'
import { oneLine } from '../../text/visible.ts'
import { buildsReport } from './builds-report.ts'
import type { FileProof } from './prove-file.ts'
import { table } from './table.ts'

/** The gates of a pipeline as a table, and below it each build that breaks one. */
export function proofReport({ gates, builds }: FileProof): string {
  if (gates.length === 0)
    return 'nothing to prove: the pipeline declares no gates, and no step is called a deploy, rollout, promotion or publish\n'
  const rows = gates.map((one) => [oneLine(one.step), one.gate === undefined ? '–' : oneLine(one.gate), verdictOf(one)])
  const violations = gates.flatMap(({ proof }) =>
    proof?.proved === false ? ['', ...shown(proof.violation.explanation)] : [],
  )
  const [contexts] = gates.flatMap(({ proof }) => (proof?.proved === true ? [proof.contexts] : []))
  const note = contexts === undefined ? [] : ['', `proved for ${contexts.join('; ')}`, ...assumed]
  return `${[...table([['step', 'behind', ''], ...rows]), ...violations, ...note, ...buildsReport(builds)].join('\n')}\n`
}

const assumed = [
  'assumed: steps that upload more add no such step and replace none; nobody changes the build through the API',
]

function shown(explanation: string): readonly string[] {
  return explanation.split('\n').map((line) => oneLine(line))
}

function verdictOf({ proof, gate }: GateOfStep): string {
  if (gate === undefined) return 'not gated: no block stands before it'
  if (proof?.proved) return 'gated'
  const isDecided = proof?.violation.scenario !== undefined
  return isDecided ? 'not gated by it, see below' : 'not decided, see below'
}
