import type { GateOfStep } from '../../proof/infer-gates.ts'
import { lineStart, oneLine } from '../../text/visible.ts'

/** The gates of a pipeline as a table, and below it each build that breaks one. */
export function proofReport(gates: readonly GateOfStep[]): string {
  if (gates.length === 0)
    return 'nothing to prove: the pipeline declares no gates, and no step is called a deploy, rollout, promotion or publish\n'
  const rows = gates.map((one) => [
    lineStart(one.step),
    one.gate === undefined ? '–' : oneLine(one.gate),
    verdictOf(one),
  ])
  const all = [['step', 'behind', ''], ...rows]
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const table = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const violations = gates.flatMap(({ proof }) =>
    proof?.proved === false ? ['', ...shown(proof.violation.explanation)] : [],
  )
  const [contexts] = gates.flatMap(({ proof }) => (proof?.proved === true ? [proof.contexts] : []))
  const note = contexts === undefined ? [] : ['', `proved for ${contexts.join('; ')}`, ...assumed]
  return `${[...table, ...violations, ...note].join('\n')}\n`
}

const assumed = [
  'assumed: steps that upload more add no such step and replace none; nobody changes the build through the API',
]

function shown(explanation: string): readonly string[] {
  return explanation.split('\n').map((line) => lineStart(line))
}

function verdictOf({ proof, gate }: GateOfStep): string {
  if (gate === undefined) return 'not gated: no block stands before it'
  if (proof?.proved) return 'gated'
  const isDecided = proof?.violation.scenario !== undefined
  return isDecided ? 'not gated by it, see below' : 'not decided, see below'
}
