const width = 108

/** The text of a doc comment: the description wrapped, then the first example as an author would write it. */
export function docComment(
  description: string | undefined,
  examples: readonly unknown[] | undefined,
  property: string | undefined,
): string | undefined {
  if (description === undefined) return undefined
  const example = examples?.[0]
  const lines = wrap(description)
  if (property !== undefined && example !== undefined) lines.push(`@example ${property}: ${literal(example)}`)
  return lines.join('\n').replaceAll('*/', '*\\/')
}

function wrap(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

/** A value as TypeScript in the house's style. */
function literal(value: unknown): string {
  if (typeof value === 'string') return value.includes("'") ? `"${value}"` : `'${value}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${/^\w+$/.test(name) ? name : literal(name)}: ${literal(inner)}`)
      .join(', ')} }`
  }
  return String(value)
}
