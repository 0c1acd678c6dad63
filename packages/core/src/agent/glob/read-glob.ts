const token = /\*\*|\\.|\[\^?(?:\\.|[^\]\\])*\]|[*?{},]|./gsu
const slash = '\\/'
const folders = ['{', ',', '**', slash, '}']

/**
 * The tokens of a glob: signs and classes as they are written, and `\` before each character that stands for itself
 * (docs/spec/upload.md §5). Returns undefined if a `[` is never closed.
 */
export function readGlob(glob: string): readonly string[] | undefined {
  // The home folder begins with "/", which no path inside a repository does.
  const written = glob.startsWith('~/') ? `/${glob}` : glob
  const tokens: string[] = []
  for (const { 0: found, index } of written.matchAll(token)) {
    if (found === '[' && index + 1 < written.length) return undefined
    tokens.push(/^(?:\*\*?|[?{},]|\\.|\[.*\])$/su.test(found) ? found : `\\${found}`)
  }
  return withFolders(tokens)
}

/** A `**` and a `/`, at the start or behind another `/`, may stand for no folder at all: no `/` counts twice. */
function withFolders(tokens: readonly string[]): readonly string[] {
  const written: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const isFirst = at === 0 && tokens[0] === '**' && tokens[1] === slash
    const isInner = tokens[at] === slash && tokens[at + 1] === '**' && tokens[at + 2] === slash
    if (isInner) written.push(slash)
    written.push(...(isFirst || isInner ? folders : [tokens[at] as string]))
    at += isFirst ? 1 : isInner ? 2 : 0
  }
  return written
}
