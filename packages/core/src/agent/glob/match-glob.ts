/**
 * Whether a path matches a glob of the language that the agent uses for `if_changed` (docs/spec/upload.md §5): the
 * whole path, case-sensitive; `*` and `?` stop at `/`, `**` does not; `{a,b}` alternatives; `[abc]` and `[^abc]`
 * without ranges; `\` before a character takes it literally.
 *
 * @returns Undefined if the glob has an unterminated `{` or `[`.
 */
export function matchGlob(glob: string, path: string): boolean | undefined {
  const pattern = globPattern(glob)
  return pattern === undefined ? undefined : new RegExp(`^${pattern}$`, 'su').test(path)
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

function globPattern(glob: string): string | undefined {
  let pattern = ''
  let braces = 0
  for (let index = 0; index < glob.length;) {
    const [token] = /^(?:\/\*\*\/|\*\*\/|\*\*|\\.|\[\^?(?:\\.|[^\]\\])*\]|.)/su.exec(
      glob.slice(index),
    ) as RegExpExecArray
    const translated = translate(token, index === 0, braces)
    if (translated === undefined) return undefined
    pattern += translated
    if (token === '{') braces++
    if (token === '}' && braces > 0) braces--
    index += token.length
  }
  return braces === 0 ? pattern : undefined
}

function translate(token: string, isFirst: boolean, braces: number): string | undefined {
  if (token === '/**/') return '/(?:.*/)?'
  if (token === '**/') return isFirst ? '(?:.*/)?' : '.*/'
  if (token === '**') return '.*'
  if (token === '*') return '[^/]*'
  if (token === '?') return '[^/]'
  if (token === '{') return '(?:'
  if (token === '}' && braces > 0) return ')'
  if (token === ',' && braces > 0) return '|'
  if (token === '[') return undefined
  if (token.startsWith('[')) return characterClass(token)
  return literal(token.startsWith('\\') && token.length > 1 ? token.slice(1) : token)
}

function characterClass(token: string): string {
  const negated = token.startsWith('[^')
  const members = token.slice(negated ? 2 : 1, -1).replace(/\\(.)/gsu, '$1')
  return `[${negated ? '^' : ''}${literal(members).replaceAll('-', String.raw`\-`)}]`
}
