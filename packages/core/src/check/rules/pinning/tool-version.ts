import type { Rule } from '../../rule.ts'
import { shellPlaces } from '../outsiders/shell-places.ts'

/** A program that is fetched without a version: whatever its registry has when the job starts is run. */
export const toolWithoutVersion: Rule = {
  code: 'KW6014',
  severity: 'warning',
  isOptional: true,
  needsShell: true,
  *check(graph, { readShell }) {
    for (const { node, path, commands, spanOf } of shellPlaces(graph, readShell, mayFetch)) {
      for (const { words, ...place } of commands) {
        const tool = fetched(words)
        if (tool === undefined) continue
        yield {
          node,
          path,
          span: spanOf(place),
          message: `${tool} is fetched without a version`,
          why: 'each job runs what is newest at that moment, whoever has published it',
          hint: 'name a version, or install by a lock file, as npm ci does',
        }
      }
    }
  },
}

const mayFetch = /\b(?:npx|bunx|dlx|pipx?3?|gem|cargo|go|npm|pnpm|yarn)\b/

/** How programs that fetch others name them: what begins the command, and whether a name has its version. */
const fetchers: readonly (readonly [command: RegExp, hasVersion: RegExp, versionFlags: RegExp])[] = [
  [/^(?:npx|bunx|pnpm dlx|yarn dlx) /, /^@?[^@]+@(?!latest$)./, /^(?:--no-install|--offline)$/],
  [/^(?:npm|pnpm|yarn) (?:i|install|add|global add) (?=(?:.* )?(?:-g|--global)(?: |$))/, /^@?[^@]+@(?!latest$)./, /^$/],
  [
    /^(?:pip3?|pipx) install /,
    /[=@]|\.(?:txt|whl|gz)$|^[./]/,
    /^(?:-r|--requirement|-e|--editable|-c|--require-hashes)/,
  ],
  [/^gem install /, /:|\.gem$/, /^(?:-v|--version|-g)/],
  [/^cargo install /, /@/, /^(?:--version|--path|--git|--locked)/],
  [/^go (?:install|run) (?=.*@)/, /^[^@]*$|@(?!latest$)./, /^$/],
]

/** The first program that a command fetches without its version. */
function fetched(words: readonly string[]): string | undefined {
  const text = words.join(' ')
  for (const [command, hasVersion, flags] of fetchers) {
    const found = command.exec(text)
    if (found === null) continue
    const given = text.slice(found[0].length).split(' ')
    if (given.some((word) => flags.source !== '^$' && flags.test(word))) return undefined
    const names = given.filter((word) => word !== '' && !word.startsWith('-'))
    const fetchesOne = /^(?:npx|bunx|\w+ dlx|go) /.test(text)
    return (fetchesOne ? names.slice(0, 1) : names).find((name) => !hasVersion.test(name) && /^[@\w]/.test(name))
  }
  return undefined
}
