/**
 * Whether a path matches a glob of the language that the agent uses for `if_changed` (docs/spec/upload.md §5): the
 * whole path, case-sensitive; `*` and `?` stop at `/`, `**` does not; `{a,b}` alternatives; `[abc]` and `[^abc]`
 * without ranges; `\` before a character takes it literally. A path that ends in `/` stands for everything under it, and
 * matches where anything there could.
 *
 * @returns Undefined if the glob has an unterminated `{` or `[`.
 */
export function matchGlob(glob: string, path: string): boolean | undefined {
  const pattern = globPattern(glob, path.endsWith('/'))
  return pattern === undefined ? undefined : new RegExp(`^${pattern}$`, 'su').test(path)
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/** @param mayGoOn Whether a beginning of what matches is enough: the path may then end before each token. */
function globPattern(glob: string, mayGoOn: boolean): string | undefined {
  let pattern = ''
  // What is open to be closed again at each level of braces.
  const open = [0]
  const close = (): string => ')'.repeat(open.pop() ?? 0)
  for (let index = 0; index < glob.length;) {
    const [token] = /^(?:\/\*\*\/|\*\*\/|\*\*|\\.|\[\^?(?:\\.|[^\]\\])*\]|.)/su.exec(
      glob.slice(index),
    ) as RegExpExecArray
    if (token === '{') {
      pattern += '(?:'
      open.push(0)
    } else if (token === '}' && open.length > 1) {
      pattern += `${close()})`
    } else if (token === ',' && open.length > 1) {
      pattern += `${close()}|`
      open.push(0)
    } else {
      const translated = translate(token, index === 0)
      if (translated === undefined) return undefined
      pattern += mayGoOn ? `(?:$|${translated}` : translated
      if (mayGoOn) open.push((open.pop() ?? 0) + 1)
    }
    index += token.length
  }
  return open.length === 1 ? pattern + close() : undefined
}

function translate(token: string, isFirst: boolean): string | undefined {
  if (token === '/**/') return '/(?:.*/)?'
  if (token === '**/') return isFirst ? '(?:.*/)?' : '.*/'
  if (token === '**') return '.*'
  if (token === '*') return '[^/]*'
  if (token === '?') return '[^/]'
  if (token === '[') return undefined
  if (token.startsWith('[')) return characterClass(token)
  return literal(token.startsWith('\\') && token.length > 1 ? token.slice(1) : token)
}

function characterClass(token: string): string {
  const negated = token.startsWith('[^')
  const members = token.slice(negated ? 2 : 1, -1).replace(/\\(.)/gsu, '$1')
  return `[${negated ? '^' : ''}${literal(members).replaceAll('-', String.raw`\-`)}]`
}
