import { specialCharacters } from './escape-special.ts'

/** How a text is written in YAML, so that the agent reads it back unchanged (docs/spec/text.md §2). */
export function scalarStyle(text: string): 'plain' | 'literal' | 'quoted' {
  if (isPlain(text)) return 'plain'
  return standsAsBlock(text) ? 'literal' : 'quoted'
}

/** Words with single blanks between, as most texts are. The patterns below know all letters, and take longer to start. */
const simple = /^[A-Za-z/_][\w./=-]*(?: [\w./=-]+)*$/
const startsPlain = /^[\p{L}/_]/u
const endsComment = /:\s|\s#|[:\s]$/
// Some of these are words only to other readers of YAML; quotes cost nothing.
const words = /^(?:true|false|null|yes|no|on|off|y|n)$/i

/** Whether a text can stand without quotes: one line that every reader takes for this string. */
export function isPlain(text: string): boolean {
  if (simple.test(text)) return !words.test(text)
  return startsPlain.test(text) && !hasControl(text) && !endsComment.test(text) && !words.test(text)
}

/** Whether a text can stand as a literal block: several lines, without blanks at either edge that matter. */
function standsAsBlock(text: string): boolean {
  return text.includes('\n') && !/^[ \t\n]|[ \t](?:\n|$)|\n\t/.test(text) && !hasControl(text.replaceAll('\n', ''))
}

function hasControl(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\0-\x1f]/.test(text) || text.search(specialCharacters) !== -1
}
