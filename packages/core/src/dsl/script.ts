/**
 * A block of shell as it reads: takes the first and the last line break out, and the indentation that all its lines have.
 * Values are put in as they are; `shell` quotes them.
 *
 * @example
 * command({
 *   label: 'Release',
 *   command: script`
 *     set -e
 *     if [ -n "$TAG" ]; then
 *       make release
 *     fi
 *   `,
 * })
 */
export function script(text: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const parts = [...text]
  const first = parts[0] ?? ''
  const isBlock = /^[ \t]*\r?\n/.test(first)
  if (isBlock) parts[0] = first.replace(/^[ \t]*\r?\n/, '')
  const last = parts.length - 1
  parts[last] = (parts[last] ?? '').replace(/\r?\n[ \t]*$/, '')
  const indent = commonIndent(parts, isBlock)
  return withValues(
    parts.map((part, index) => withoutIndent(part, indent, index === 0 && isBlock)),
    values,
  )
}

/** The blanks that every line begins with; a line of blanks alone has none, nor has what follows a value. */
function commonIndent(parts: readonly string[], isBlock: boolean): string {
  const lines = parts
    .map((part) => part.replaceAll('\0', ' '))
    .join('\0')
    .split('\n')
    .slice(isBlock ? 0 : 1)
  const indents = lines.filter((line) => /[^ \t\r]/.test(line)).map((line) => /^[ \t]*/.exec(line)?.[0] ?? '')
  return indents.reduce(commonStart, indents[0] ?? '')
}

function commonStart(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, length)
}

function withoutIndent(part: string, indent: string, isStart: boolean): string {
  const lines = part.split('\n')
  return lines.map((line, index) => (index > 0 || isStart ? without(line, indent) : line)).join('\n')
}

/** A blank line may have less. */
function without(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.replace(/^[ \t]+(?=\r?$)/, '')
}

function withValues(parts: readonly string[], values: readonly (string | number)[]): string {
  return parts.map((part, index) => (index === 0 ? part : `${String(values[index - 1])}${part}`)).join('')
}
