import { relative, sep } from 'node:path'
import type * as Sarif from 'sarif'
import type { Place } from '../locate/place.ts'
import { visible } from '../text/visible.ts'
import type { ShownDiagnostic } from './shown-diagnostics.ts'
import type { ShownEdit } from './shown-edits.ts'

/** What a report says of the tool and its rules. */
export interface SarifOptions {
  /** Paths are given relative to this folder, which is taken for the root of the repository. */
  readonly cwd: string
  readonly version: string
  /** What a code means, in one line. */
  readonly titleOf: (code: string) => string | undefined
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** Diagnostics as SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarifReport(diagnostics: readonly ShownDiagnostic[], options: SarifOptions): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted()
  const driver: Sarif.ToolComponent = {
    name: 'kitewright',
    version: options.version,
    rules: codes.map((id) => ({ id, shortDescription: { text: options.titleOf(id) ?? id } })),
  }
  const results = diagnostics.map((diagnostic) => ({
    ...result(diagnostic, options.cwd),
    ruleIndex: codes.indexOf(diagnostic.code),
  }))
  const log: Sarif.Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function result(
  { code, severity, message, why, hint, path, location, related, fix }: ShownDiagnostic,
  cwd: string,
): Sarif.Result {
  const text = [message, why && `Why: ${why}`, hint && `Help: ${hint}`].filter(Boolean).join('\n')
  const places = related.flatMap((place) =>
    place.location ? [{ ...physical(place.location, cwd), message: { text: plainText(place.message) } }] : [],
  )
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: plainText(text) },
    locations: [{ ...(location && physical(location, cwd)), ...logical(path) }],
    ...(places.length > 0 && { relatedLocations: places }),
    ...sarifFixes(fix?.() ?? [], hint, cwd),
  }
}

function sarifFixes(edits: readonly ShownEdit[], hint: string | undefined, cwd: string): Pick<Sarif.Result, 'fixes'> {
  if (edits.length === 0) return {}
  const artifactChanges = edits.map(({ file, line, column, endLine, endColumn, text }) => ({
    artifactLocation: { uri: uriOf(file, cwd) },
    replacements: [
      {
        deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
        insertedContent: { text },
      },
    ],
  }))
  return { fixes: [{ ...(hint !== undefined && { description: { text: plainText(hint) } }), artifactChanges }] }
}

function uriOf(file: string, cwd: string): string {
  return relative(cwd, file).split(sep).map(encodeURIComponent).join('/')
}

/** `[text](place)` is a link in SARIF, in plain text too: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317468 */
function plainText(text: string): string {
  return visible(text).replaceAll('](', '] (')
}

function physical({ file, line, column, length }: Place, cwd: string): Sarif.Location {
  const uri = uriOf(file, cwd)
  const region = { startLine: line, startColumn: column, endColumn: column + length }
  return { physicalLocation: { artifactLocation: { uri }, region } }
}

function logical(path: ShownDiagnostic['path']): Sarif.Location {
  if (path.length === 0) return {}
  const name = path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
  return { logicalLocations: [{ fullyQualifiedName: name.join('') }] }
}
