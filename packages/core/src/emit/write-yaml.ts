import type { AgentMap, AgentScalar, AgentValue } from './agent-map.ts'
import { escapeSpecial } from './escape-special.ts'
import { isPlain, scalarStyle } from './scalar-style.ts'

/**
 * Writes YAML that a person likes to read: block style, plain or literal text where that is exact, double quotes
 * elsewhere, no aliases, no folding (docs/spec/text.md §2).
 *
 * It is written here, not by the library that reads YAML: with the styles settled, few lines are left to do, and a
 * general writer took longer to load and run than all the rest of a `render` of 50 steps.
 */
export function writeYaml(pipeline: AgentMap): string {
  return escapeSpecial(`${mapText(pipeline, '') || '{}'}\n`)
}

/** The entries of a map, one below the other; empty for an empty map. */
function mapText(map: AgentMap, indent: string): string {
  let text = ''
  for (const name of Object.keys(map)) {
    const value = map[name]
    if (value === undefined) continue
    if (text !== '') text += `\n${indent}`
    text += `${isPlain(name) ? name : JSON.stringify(name)}:${entryText(value, indent)}`
  }
  return text
}

/** The value of a map's entry, with the blank or line break before it. */
function entryText(value: AgentValue, indent: string): string {
  if (typeof value !== 'object' || value === null) return ` ${scalarText(value, indent)}`
  const inner = `${indent}  `
  const text = isList(value) ? listText(value, inner) : mapText(value, inner)
  return text === '' ? ` ${emptyText(value)}` : `\n${inner}${text}`
}

/** The items of a list, one below the other; empty for an empty list. */
function listText(items: readonly AgentValue[], indent: string): string {
  let text = ''
  for (const item of items) {
    if (text !== '') text += `\n${indent}`
    text += `- ${itemText(item, indent)}`
  }
  return text
}

function itemText(item: AgentValue, indent: string): string {
  if (typeof item !== 'object' || item === null) return scalarText(item, indent)
  const inner = `${indent}  `
  return (isList(item) ? listText(item, inner) : mapText(item, inner)) || emptyText(item)
}

function emptyText(value: readonly AgentValue[] | AgentMap): string {
  return isList(value) ? '[]' : '{}'
}

function scalarText(value: AgentScalar, indent: string): string {
  if (typeof value !== 'string') return String(value)
  const style = scalarStyle(value)
  if (style === 'plain') return value
  return style === 'literal' ? literalText(value, `${indent}  `) : JSON.stringify(value)
}

/** Lines as they are, below a header that says which line ends at the bottom are kept. */
function literalText(text: string, indent: string): string {
  const end = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-'
  const lines = end === '-' ? text : text.slice(0, -1)
  return `|${end}\n${indent}${lines.replace(/\n(?=[^\n])/g, `\n${indent}`)}`
}

function isList(value: readonly AgentValue[] | AgentMap): value is readonly AgentValue[] {
  return Array.isArray(value)
}
