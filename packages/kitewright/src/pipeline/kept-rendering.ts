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
  if (!text.startsWith(head)) return undefined
  const [, pipeline, context = '', yaml = ''] =
    /^# pipeline: (.*)\n# context: (.*)\n([^]*)$/.exec(text.slice(head.length)) ?? []
  if (pipeline === undefined) return undefined
  try {
    return { pipeline, context: JSON.parse(context) as ContextRecord, yaml }
  } catch {
    return { pipeline, context: { env: {} }, yaml: '' }
  }
}
