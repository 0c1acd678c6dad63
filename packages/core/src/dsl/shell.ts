/** A word of a command, or several of them: `false`, `null` and `undefined` vanish from a list. */
export type ShellWords = string | number | readonly (string | number | false | null | undefined)[]

/**
 * A command in which each value is one word to a POSIX shell, whatever is in it, and each item of a list is one.
 *
 * @throws A TypeError if a value is something else.
 * @example
 * shell`deploy ${name} ${['--region', region]}` // deploy 'my service' --region eu-west-1
 */
export function shell(text: TemplateStringsArray, ...values: readonly ShellWords[]): string {
  return text.map((part, index) => (index === 0 ? part : `${words(values[index - 1])}${part}`)).join('')
}

function words(value: ShellWords | undefined): string {
  if (!Array.isArray(value)) return word(value)
  const kept: readonly unknown[] = value.filter((item) => item !== false && item !== null && item !== undefined)
  return kept.map(word).join(' ')
}

function word(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    // What is only for a whole value says itself what to do.
    if (typeof value === 'object' && value !== null && Symbol.toPrimitive in value) String(value)
    throw new TypeError(`shell takes texts, numbers, and lists of them, not ${value === null ? 'null' : typeof value}`)
  }
  const text = String(value)
  return isPlain.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** What no shell reads anything into; not `A=b`, which it would take for a variable. */
const isPlain = /^(?!\w+=)[\w@%+=:,./-]+$/
