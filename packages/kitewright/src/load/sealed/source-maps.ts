import { SourceMap, type SourceMapPayload } from 'node:module'
import { pathToFileURL } from 'node:url'

/** An author's file as JavaScript, or why it cannot be one. */
export type PlainSource =
  | { readonly code: string; readonly map: string; readonly problem?: undefined }
  | { readonly problem: string; readonly code?: undefined }

/** Lets stacks name the lines that the author wrote. */
export function mapStacks(sources: Readonly<Record<string, PlainSource>>): void {
  const files = new Map(
    Object.keys(sources).flatMap((file) => [
      [file, file],
      [pathToFileURL(file).href, file],
    ]),
  )
  const maps = new Map<string, SourceMap>()
  const mapOf = (name: string): SourceMap | undefined => {
    const file = files.get(name)
    const source = file === undefined ? undefined : sources[file]
    if (file === undefined || source?.code === undefined) return undefined
    const map = maps.get(file) ?? new SourceMap(JSON.parse(source.map) as SourceMapPayload)
    maps.set(file, map)
    return map
  }
  const shown = (site: NodeJS.CallSite): string => {
    const [line, column] = [site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0]
    const { originalLine, originalColumn } = {
      originalLine: undefined,
      originalColumn: 0,
      ...mapOf(site.getFileName() ?? '')?.findEntry(line - 1, column - 1),
    }
    const text = String(site)
    if (originalLine === undefined) return text
    return text.replace(`:${line}:${column}`, `:${originalLine + 1}:${originalColumn + 1}`)
  }
  Error.prepareStackTrace = (error, sites) =>
    [headOf(error), ...sites.map((site) => `    at ${shown(site)}`)].join('\n')
}

/** An error may be whatever its author makes of it. */
function headOf(error: unknown): string {
  try {
    return String(error)
  } catch {
    return 'Error'
  }
}
