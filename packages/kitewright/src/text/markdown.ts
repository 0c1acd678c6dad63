import { oneLine } from './visible.ts'

/** Text as it is, in one line: nothing in it means anything to Markdown, in a cell of a table neither, and nothing becomes a link. */
export function markdownText(text: string): string {
  return oneLine(
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_{}[\]<>|#~$&@]/g, '\\$&')
      // What a renderer would make a link of by itself.
      .replaceAll('://', '\\://')
      .replace(/www\./gi, (www) => www.replace('.', '\\.')),
  )
}

/** Text as code within a line, which it cannot close. */
export function markdownCode(text: string): string {
  const fence = backticks(text, 1)
  const blank = fence.length > 1 || /^ .* $/.test(text) ? ' ' : ''
  return `${fence}${blank}${oneLine(text)}${blank}${fence}`
}

/** More backticks than any run of them in a text. */
export function backticks(text: string, least: number): string {
  return '`'.repeat(Math.max(least, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)))
}
