const token = /\*\*|\\.|\[\^?(?:\\.|[^\]\\])*\]|./gsu
const slash = '\\/'

/**
 * The tokens of a glob: signs and classes as they are written, and `\` before each character that stands for itself
 * (docs/spec/upload.md §5). Returns undefined if a `[` is never closed.
 */
export function readGlob(glob: string): readonly string[] | undefined {
  // The home folder begins with "/", which no path inside a repository does.
  const tokens = (glob.startsWith('~/') ? `/${glob}` : glob).match(token) ?? []
  if (tokens.slice(0, -1).includes('[')) return undefined
  return withFolders(tokens.map((found) => (/^(?:\*|[?{},]$|\\.|\[.)/su.test(found) ? found : `\\${found}`)))
}

/** A `**` and a `/`, at the start or behind another `/`, may stand for no folder at all: no `/` counts twice. */
function withFolders(tokens: readonly string[]): readonly string[] {
  let used = -1
  return tokens.flatMap((found, at) => {
    if (at === used) return []
    const isFolders = found === '**' && tokens[at + 1] === slash
    if (!isFolders || (at > 0 && (tokens[at - 1] !== slash || at - 1 === used))) return found
    used = at + 1
    return ['{', ',', '**', slash, '}']
  })
}
