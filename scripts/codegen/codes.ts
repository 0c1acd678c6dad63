/** Where the rules stand, whose findings can be permitted. */
const rules = 'packages/core/src/check/rules/'

/** The union of all codes, and what may be permitted of them, with the words that an editor shows. */
export function codesFile(catalogue: ReadonlyMap<string, string>): string {
  const permitted = [...catalogue].filter(([, page]) => wordsOf(page).startsWith(rules))
  return `/** The code of a diagnostic. Stable and never reused: KW1xxx structure, KW2xxx limits, KW3xxx order, KW4xxx text and secrets, KW5xxx policy. */
export type DiagnosticCode = ${[...catalogue.keys()].map((code) => `'${code}'`).join(' | ')}

/** Diagnostics that the author permits, each with the reason: \`{ KW3101: 'this notice may be sent before the approval' }\`. */
export interface Permissions {
${permitted.map(([code, page]) => `/** ${hover(page)} */\nreadonly ${code}?: string`).join('\n')}
}
`
}

/** The source file in which the words of a page's diagnostic stand. */
export function wordsOf(page: string): string {
  return /^<!-- words: (\S+) -->$/m.exec(page)?.[1] ?? ''
}

/** \`Warning: a step after a block that does not wait for it.\` */
function hover(page: string): string {
  const [, title = ''] = /^# KW\d{4}: (.*)$/m.exec(page) ?? []
  const [, severity = ''] = /^Severity: (\w+)/m.exec(page) ?? []
  return `${severity.charAt(0).toUpperCase()}${severity.slice(1)}: ${title}.`
}
