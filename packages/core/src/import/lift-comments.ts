import type { Code, Entry, ListItem, Program } from './code.ts'
import { linesOf } from './print-code.ts'
import { rewriteCode, rewriteProgram } from './rewrite-code.ts'

/** Sets the comment on the first entry of an object above the object, where that lets it stand on one line. */
export function liftComments(program: Program): Program {
  return rewriteProgram(program, lifted)
}

function lifted(code: Code): Code | undefined {
  if (code.form === 'list') return { ...code, items: code.items.map(liftedItem) }
  return code.form === 'object' ? { ...code, entries: code.entries.map(liftedEntry) } : undefined
}

function liftedItem(item: ListItem): ListItem {
  const code = rewriteCode(item.code, lifted)
  const first = code.form === 'object' ? code.entries[0] : undefined
  const above = item.comment === undefined && first ? withComment(code, first) : undefined
  return above ?? { ...item, code }
}

/** Of several attributes, the comment would be about all. */
function liftedEntry(entry: Entry): Entry {
  if ('spread' in entry) return { ...entry, spread: rewriteCode(entry.spread, lifted) }
  const value = rewriteCode(entry.value, lifted)
  const only = value.form === 'object' && value.entries.length === 1 ? value.entries[0] : undefined
  const above = entry.comment === undefined && only ? withComment(value, only) : undefined
  return above === undefined ? { ...entry, value } : { ...entry, value: above.code, comment: above.comment }
}

/** An object with the comment of its first entry above it. Returns undefined if it takes several lines all the same. */
function withComment(code: Code, { comment }: Entry): ListItem | undefined {
  if (code.form !== 'object' || comment === undefined) return undefined
  const [first, ...others] = code.entries
  const bare: Code = {
    ...code,
    entries: [...(first === undefined ? [] : [{ ...first, comment: undefined }]), ...others],
  }
  return linesOf([{ code: bare }]) === 1 ? { code: bare, comment } : undefined
}
