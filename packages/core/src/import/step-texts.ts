import type { AgentStep } from '../agent/agent-step.ts'
import { isJsonObject } from '../agent/json.ts'

/**
 * The texts that a step's const can be named after, the best first: its label, the label with its emoji before it, the
 * key, what else it is about.
 */
export function stepTexts({ json }: AgentStep): readonly (string | undefined)[] {
  if (!isJsonObject(json)) return []
  const text = (attribute: string): string | undefined => {
    const value = json[attribute]
    return typeof value === 'string' ? value : undefined
  }
  const label = ['label', 'group', 'block', 'input', 'name'].map(text).find((value) => value !== undefined)
  return [label, withEmoji(label), text('key'), text('trigger'), firstWords(text('command'))]
}

/** `:rust: Lint` is `rust Lint`. */
const withEmoji = (label: string | undefined): string | undefined => label?.replaceAll(/:([a-z0-9_+-]+):/gi, ' $1 ')

const firstWords = (command: string | undefined): string | undefined =>
  command?.split('\n')[0]?.split(/\s+/).slice(0, 3).join(' ')
