import type { Code } from './code.ts'

/**
 * A text as a TypeScript literal: text of YAML never becomes code. Several lines are a template. One line takes the
 * quotes that need fewer escapes, as prettier does.
 */
export function printText(text: string): string {
  return /\n./s.test(text) ? `\`${escaped(text, '`')}\`` : printLine(text)
}

/** A text with expressions in it, which are names. */
export function printTemplate(parts: readonly (string | Code)[]): string {
  return `\`${inTemplate(parts)}\``
}

/** A text of several lines in the `script` tag, which takes the indentation out again. */
export function printScript(parts: readonly (string | Code)[], indent: string): string {
  const lines = inTemplate(parts).split('\n')
  const indented = lines.map((line) => (line === '' ? '' : `${indent}  ${line}`))
  return `script\`\n${indented.join('\n')}\n${indent}\``
}

function inTemplate(parts: readonly (string | Code)[]): string {
  const written = parts.map((part) => (typeof part === 'string' ? escaped(part, '`') : `\${${nameOf(part)}}`))
  return written.join('')
}

const nameOf = (code: Code): string => (code.form === 'name' ? code.name : '')

/** A text in quotes, on one line. */
export function printLine(text: string): string {
  const count = (quote: string): number => text.split(quote).length
  const quote = count("'") > count('"') ? '"' : "'"
  return quote + escaped(text, quote) + quote
}

function escaped(text: string, quote: string): string {
  const template = quote === '`'
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(template ? '${' : '\n', template ? '\\${' : '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll(unprintable, escapeUnit)
}

// Control characters, line separators, marks of direction and order, lone halves of surrogate pairs.
const unprintable =
  // eslint-disable-next-line no-control-regex -- finding them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A property's name, quoted if it has to be. */
export function printKey(key: string): string {
  // As a plain or quoted name it would set the object's prototype.
  if (key === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : printLine(key)
}

const isSaid = (line: string): boolean => line.trim() !== '//'

/** The lines of a comment, without empty ones around it. No text can end it. */
export function printComment(comment: string, indent: string): readonly string[] {
  const lines = comment
    .split(/[\n\r\u2028\u2029]/)
    .filter((line) => !line.includes('yaml-language-server'))
    .map((line) =>
      `${indent}//${line === '' || line.startsWith(' ') ? '' : ' '}${line.replaceAll(unprintable, '')}`.trimEnd(),
    )
  return lines.slice(Math.max(lines.findIndex(isSaid), 0), lines.findLastIndex(isSaid) + 1)
}
