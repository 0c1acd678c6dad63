import type { Answer } from '../model/answer.ts'

/**
 * The options of a form whose list of fields also knows each field by its key. The names are not enumerable: the
 * list stays what Buildkite takes.
 */
export function withAnswers(own: object): object {
  if (!('fields' in own) || !Array.isArray(own.fields)) return own
  return { ...own, fields: namedFields(own.fields) }
}

function namedFields(fields: readonly unknown[]): readonly unknown[] {
  const list: unknown[] = [...fields]
  for (const field of fields) {
    const answer = answerTo(field)
    if (answer !== undefined && !(answer.key in list)) {
      Object.defineProperty(list, answer.key, { value: Object.freeze(answer) })
    }
  }
  return Object.freeze(list)
}

function answerTo(field: unknown): Answer | undefined {
  if (typeof field !== 'object' || field === null || !('key' in field) || typeof field.key !== 'string')
    return undefined
  const options = 'options' in field && Array.isArray(field.options) ? (field.options as readonly unknown[]) : undefined
  return {
    key: field.key,
    command: `buildkite-agent meta-data get ${field.key}`,
    values: options?.flatMap(valueOf),
  }
}

function valueOf(option: unknown): readonly string[] {
  const isOption =
    typeof option === 'object' && option !== null && 'value' in option && typeof option.value === 'string'
  return isOption ? [option.value as string] : []
}
