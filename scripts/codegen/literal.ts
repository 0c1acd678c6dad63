/** A value as TypeScript in the house's style. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return value.includes("'") ? `"${value}"` : `'${value}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${/^\w+$/.test(name) ? name : literal(name)}: ${literal(inner)}`)
      .join(', ')} }`
  }
  return String(value)
}
