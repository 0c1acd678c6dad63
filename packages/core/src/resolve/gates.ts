import { isPlainObject, type PlainMap } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import { stepBrandOf } from '../model/step-brand.ts'
import { describe } from './describe.ts'
import { type Place, problem } from './problem.ts'

const why = 'a gate that demands nothing would hold nothing back, and nobody would notice'

/** A pipeline's `gates` as far as they demand something, and what is wrong with the others. */
export function readGates(
  gates: unknown,
  pipeline: Place,
): { readonly gates: PlainMap; readonly problems: readonly Diagnostic[] } {
  if (gates === undefined) return { gates: {}, problems: [] }
  if (!isPlainObject(gates)) {
    const message = `gates is ${describe(gates)}, not a map from the keys of steps to their gates`
    const hint = "write gates: { 'deploy-production': 'release' }, or leave it out"
    return { gates: {}, problems: [problem('KW1019', pipeline, ['gates'], { message, why, hint })] }
  }
  const entries = Object.entries(gates)
  return {
    gates: Object.fromEntries(entries.filter(([, gate]) => isGate(gate))),
    problems: entries.flatMap(([key, gate]) => (isGate(gate) ? [] : faultsOf(key, gate, pipeline))),
  }
}

function isGate(gate: unknown): boolean {
  return Array.isArray(gate) ? gate.length > 0 && gate.every(isOneGate) : isOneGate(gate)
}

function isOneGate(gate: unknown): boolean {
  return (typeof gate === 'string' && gate !== '') || stepBrandOf(gate) !== undefined
}

function faultsOf(key: string, gate: unknown, pipeline: Place): readonly Diagnostic[] {
  const hint = `name the step that has to be passed first, by its value or its key: gates: { ${JSON.stringify(key)}: 'release' }`
  const fault = (what: string, ...inside: readonly number[]): Diagnostic =>
    problem('KW1019', pipeline, ['gates', key, ...inside], {
      message: `gates.${key} ${what}, not a step or its key`,
      why,
      hint,
    })
  if (!Array.isArray(gate)) return [fault(`is ${described(gate)}`)]
  if (gate.length === 0) return [fault('is an empty list')]
  return gate.flatMap((one: unknown, index) => (isOneGate(one) ? [] : [fault(`holds ${described(one)}`, index)]))
}

const described = (gate: unknown): string => (gate === '' ? 'an empty text' : describe(gate))
