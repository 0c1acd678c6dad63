import type { CharacterCategory } from './character-set.ts'
import { refuseRegex, takeMatch, type RegexReader } from './regex-reader.ts'

const general = /^(?:C[cfnos]?|L[lmotuC]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/

const properties: ReadonlySet<string> = new Set(
  `ASCII_Hex_Digit Bidi_Control Dash Deprecated Diacritic Extender Hex_Digit IDS_Binary_Operator IDS_Trinary_Operator
Ideographic Join_Control Logical_Order_Exception Noncharacter_Code_Point Pattern_Syntax Pattern_White_Space Quotation_Mark
Radical Regional_Indicator STerm Sentence_Terminal Soft_Dotted Terminal_Punctuation Unified_Ideograph Variation_Selector
White_Space`.split(/\s+/),
)

/** Properties of the official engine that RegExp does not have. */
const unknown = /^(?:Hyphen|Other_\w+|Prepended_Concatenation_Mark)$/

/** Scripts whose names have four letters; the others of four are abbreviations, which the official engine does not have. */
const shortScripts: ReadonlySet<string> = new Set('Ahom Cham Kawi Lisu Miao Modi Newa Thai Toto'.split(' '))

/** Reads what follows `\p` or `\P`: a category by its letter, or between braces a category, script or property. */
export function readCharacterProperty(reader: RegexReader, isNegated: boolean): readonly CharacterCategory[] {
  const start = reader.at - 2
  const [written = '', letter = '', name = letter] = takeMatch(reader, /([^{])|\{([\p{L}\p{Mn}\p{Nd}\p{Pc}-]*)\}/uy)
  if (written === '') refuseRegex(start, reader.at, 'a name between braces is missing after "\\p"')
  if (unknown.test(name)) reader.isKnown = false
  const pattern = unknown.test(name) ? '^$' : patternOf(name)
  if (pattern === undefined) return refuseRegex(start, reader.at, `there is no class of characters "${name}"`)
  const patterns = reader.foldCase && /^L[ltu]$/.test(name) ? ['\\p{Ll}', '\\p{Lu}', '\\p{Lt}'] : [pattern]
  return patterns.map((one) => ({ pattern: one, isNegated }))
}

function patternOf(name: string): string | undefined {
  if (general.test(name) || properties.has(name)) return `\\p{${name}}`
  const isScript = name.length !== 4 || shortScripts.has(name)
  return isScript && isPattern(`\\p{Script=${name}}`) ? `\\p{Script=${name}}` : undefined
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
