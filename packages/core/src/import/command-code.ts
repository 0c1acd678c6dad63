import type { Code } from './code.ts'

/**
 * The code of a command in which texts of several lines are scripts, without the line breaks at their end. A list of one
 * text is that text: the agent joins the lines of a list (docs/spec/pipeline.md §5.1).
 */
export function commandCode(code: Code): Code {
  if (code.form === 'call') return { ...code, args: code.args.map(commandCode) }
  if (code.form === 'list') {
    const [only] = code.items
    if (code.items.length === 1 && only !== undefined && isText(only.code) && only.comment === undefined)
      return commandCode(only.code)
    const last = code.items.length - 1
    return {
      ...code,
      items: code.items.map((item, index) => (index === last ? { ...item, code: commandCode(item.code) } : item)),
    }
  }
  if (code.form !== 'literal' || typeof code.value !== 'string') return code
  const text = code.value.replace(/\n+$/, '')
  return isScript(text) ? { form: 'script', parts: [text] } : { ...code, value: text }
}

const isText = (code: Code): boolean =>
  code.form === 'script' ||
  (code.form === 'literal' && typeof code.value === 'string') ||
  (code.form === 'call' && code.callee === 'interpolated')

/** The comment on the only command of a list, and the list without it. */
export function withoutComment(code: Code): { readonly code: Code; readonly comment?: string | undefined } {
  const [only] = code.form === 'list' ? code.items : []
  if (code.form !== 'list' || code.items.length !== 1 || only === undefined) return { code }
  return { code: { ...code, items: [{ code: only.code }] }, comment: only.comment }
}

/** Whether the tag, which takes out what indentation all lines have, gives back the text as it is. */
function isScript(text: string): boolean {
  const lines = text.split('\n')
  return (
    lines.length > 1 && lines[0] !== '' && !/\r|\0|^[ \t]+$/m.test(text) && lines.some((line) => /^[^ \t]/.test(line))
  )
}
