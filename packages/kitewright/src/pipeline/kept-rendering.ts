import { isListOfText, isMapOfText } from '../context/context-file.ts'
import type { ContextRecord } from '../context/recorded-context.ts'

const head =
  '# Written by `kitewright render --write`: `kitewright check` tells when it differs from what the pipeline gives.\n'

/** A rendering that was kept in a file: of which pipeline, and for which build. */
export interface KeptRendering {
  /** The pipeline's file, by its path from the folder of the rendering. */
  readonly pipeline: string
  readonly context: ContextRecord
  readonly yaml: string
}

/** The text of a kept rendering: YAML that says what it is and how to make it again. */
export function keptText({ pipeline, context, yaml }: KeptRendering): string {
  return `${head}# pipeline: ${pipeline}\n# context: ${JSON.stringify(context)}\n${yaml}`
}

/** Reads a kept rendering back. Returns undefined if the text is another file's. */
export function readKeptRendering(text: string): KeptRendering | undefined {
  // Git may write other line ends than it was given.
  const unix = text.replaceAll('\r\n', '\n')
  if (!unix.startsWith(head)) return undefined
  const [, pipeline, context = '', yaml = ''] =
    /^# pipeline: (.*)\n# context: (.*)\n([^]*)$/.exec(unix.slice(head.length)) ?? []
  if (pipeline === undefined) return undefined
  const read = readContext(context)
  return read === undefined ? { pipeline, context: { env: {} }, yaml: '' } : { pipeline, context: read, yaml }
}

/** Returns undefined if somebody has changed it to something else. */
function readContext(text: string): ContextRecord | undefined {
  try {
    const { env, changedFiles } = Object(JSON.parse(text)) as {
      readonly env?: unknown
      readonly changedFiles?: unknown
    }
    const isKnown = isListOfText(changedFiles)
    return isMapOfText(env) && (isKnown || changedFiles === undefined)
      ? { env, ...(isKnown && { changedFiles }) }
      : undefined
  } catch {
    return undefined
  }
}
