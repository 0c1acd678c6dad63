import type { ContextRecord } from '../context/recorded-context.ts'

const head =
  '# Written by `kitewright render --write`: `kitewright check` tells when it differs from what the pipeline gives.\n'
const contextMark = '# context: '

/** A rendering that was kept, with the build it was made for. */
export interface WrittenFile {
  readonly context: ContextRecord
  readonly yaml: string
}

/** The text of a kept rendering: YAML that says what it is and how to make it again. */
export function writtenText({ context, yaml }: WrittenFile): string {
  return `${head}${contextMark}${JSON.stringify(context)}\n${yaml}`
}

/** Reads a kept rendering back; nothing where the text is another file's. */
export function readWritten(text: string): WrittenFile | undefined {
  if (!text.startsWith(`${head}${contextMark}`)) return undefined
  const start = head.length + contextMark.length
  const end = text.indexOf('\n', start)
  try {
    return { context: JSON.parse(text.slice(start, end)) as ContextRecord, yaml: text.slice(end + 1) }
  } catch {
    return { context: { env: {} }, yaml: '' }
  }
}
