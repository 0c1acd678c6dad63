import type { AgentStep } from '../agent/agent-step.ts'
import { isJsonObject } from '../agent/json.ts'

/** The texts that a step's const can be named after, the best first. */
export function stepTexts({ json }: AgentStep): readonly (string | undefined)[] {
  if (!isJsonObject(json)) return []
  const text = (attribute: string): string | undefined => {
    const value = json[attribute]
    return typeof value === 'string' ? value : undefined
  }
  const attributes = ['key', 'label', 'group', 'block', 'input', 'name', 'trigger']
  return [...attributes.map(text), firstWords(text('command'))]
}

const firstWords = (command: string | undefined): string | undefined =>
  command?.split('\n')[0]?.split(/\s+/).slice(0, 3).join(' ')
