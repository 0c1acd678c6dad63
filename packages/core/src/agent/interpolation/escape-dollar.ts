/**
 * Writes a literal text so that the agent's interpolation returns it unchanged, whatever the environment.
 *
 * A `$` is doubled. An odd number of backslashes before it would be one too few for pairs, and the agent takes the last
 * one for an escape of its own: that backslash goes into the default of a variable that is never set. `:-` keeps it exact
 * even if the variable is set to nothing. Source: docs/spec/text.md §1.
 *
 * ```ts
 * escapeDollar('echo $HOME') // 'echo $$HOME'
 * escapeDollar('\\$HOME') // '${KITEWRIGHT_BACKSLASH:-\\}$$HOME'
 * ```
 */
export function escapeDollar(text: string): string {
  if (!text.includes('$')) return text
  return text.replace(/(?<!\\)(\\*)\$/g, (_, backslashes: string) =>
    backslashes.length % 2 === 0 ? `${backslashes}$$` : `${backslashes.slice(1)}\${KITEWRIGHT_BACKSLASH:-\\}$$`,
  )
}
