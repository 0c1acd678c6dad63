/** Where a path of a page may begin: at the root, or in a package's sources that its section is about. */
const bases = ['', 'packages/core/src/', 'packages/core/src/agent/', 'packages/kitewright/src/']

/** What a page names as code or links to, word by word, built files left out. */
function namedPaths(page: string): readonly string[] {
  const code = [...page.matchAll(/^```sh\n([^]*?)^```|`([^`\n]+)`/gm)].flatMap(([, block, span]) =>
    (block ?? span ?? '').split(/\s+/).filter((word) => /^[\w.*<][^:@]*\//.test(word) && !word.startsWith('dist/')),
  )
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? '')
  return [...new Set([...code, ...links])]
}

/**
 * Paths that a page names and that are not in the project. `<rule>` and `*` stand for any name, and a path that ends with
 * a slash for a folder.
 */
export function missingPaths(page: string, files: Iterable<string>): readonly string[] {
  const all = [...files]
  return namedPaths(page).filter((path) => {
    const pattern = path.replaceAll(/[.+$()[\]]/g, '\\$&').replaceAll(/<[^>]*>|\*/g, '[^/]*')
    const found = new RegExp(`^(?:${bases.join('|')})${pattern}${path.endsWith('/') ? '' : '(?:/|$)'}`)
    return !all.some((file) => found.test(file))
  })
}

/** Commands of `pnpm` that a page names, such as `test` and `release:check`. */
export function namedCommands(page: string): readonly string[] {
  const commands = [...page.matchAll(/\bpnpm (?:--\S+ )*([\w:]+)/g)].map(([, name]) => name ?? '')
  return [...new Set(commands)]
}
