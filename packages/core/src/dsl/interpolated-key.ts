import { keySymbol } from '@kitewright/schema'

/**
 * The name of an entry that the uploading agent fills in from its environment: of a variable in `env`, an agent tag, an
 * option of a plugin. Such entries stand behind those with plain names.
 *
 * @see https://buildkite.com/docs/agent/cli/reference/pipeline#environment-variable-substitution
 * @param text As {@link interpolated} takes it.
 * @returns A symbol, so that it cannot be joined to a text.
 * @example
 * command({ label: 'Unit', command: 'npm test', agents: { [interpolatedKey('$TAG')]: 'large' } })
 */
export function interpolatedKey(text: string): symbol {
  return keySymbol(text)
}
