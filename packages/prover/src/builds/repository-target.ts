/** A target that a command runs: a script of a package.json, or targets of a Makefile. */
export interface RepositoryTarget {
  /** The file's path from the repository's root. */
  readonly file: string
  /** What it runs by the file's text, for a shell. Undefined where the file has no such target. */
  readonly textIn: (text: string) => string | undefined
}

/** Reads a call of `npm run`, `pnpm run`, `yarn` or `make`. */
export function repositoryTarget([tool = '', ...words]: readonly string[]): RepositoryTarget | undefined {
  if (tool === 'make') return ofMake(words)
  if (!/^(?:npm|pnpm|yarn)$/.test(tool)) return undefined
  const { folder, rest } = inFolder(words, /^(?:--prefix|--dir|-C|--cwd)$/)
  const [verb, ...more] = rest.filter((word) => !word.startsWith('-'))
  const name = verb === 'run' || verb === 'run-script' ? more[0] : tool === 'yarn' ? verb : undefined
  return name === undefined
    ? undefined
    : { file: `${folder}package.json`, textIn: (text) => ofPackage(text, name, tool === 'pnpm') }
}

/** The folder that an option names, and the words without it. */
function inFolder(
  words: readonly string[],
  option: RegExp,
): { readonly folder: string; readonly rest: readonly string[] } {
  const at = words.findIndex((word) => option.test(word))
  const folder = at < 0 ? undefined : words[at + 1]
  if (folder === undefined) return { folder: '', rest: words }
  return { folder: `${folder.replace(/\/$/, '')}/`, rest: words.filter((_, index) => index !== at && index !== at + 1) }
}

/** What is called `pre…` runs before, but for pnpm. */
function ofPackage(text: string, name: string, isAlone: boolean): string | undefined {
  const scripts = scriptsOf(text)
  if (scripts[name] === undefined) return undefined
  return [...(isAlone ? [] : [`pre${name}`]), name].flatMap((one) => scripts[one] ?? []).join('\n')
}

function scriptsOf(text: string): Readonly<Record<string, string | undefined>> {
  try {
    const read = JSON.parse(text) as { readonly scripts?: Readonly<Record<string, string>> } | null
    return read?.scripts ?? {}
  } catch {
    return {}
  }
}

function ofMake(words: readonly string[]): RepositoryTarget {
  const { folder, rest } = inFolder(words, /^(?:-C|--directory)$/)
  const targets = rest.filter((word) => !word.startsWith('-') && !word.includes('='))
  return { file: `${folder}Makefile`, textIn: (text) => recipes(text, targets) }
}

/** The recipes of targets, each behind those of its prerequisites. */
function recipes(makefile: string, targets: readonly string[]): string | undefined {
  const lines = makefile.split('\n')
  const seen = new Set<string>()
  const found = targets.map((target) => recipeOf(target))
  return found.length === 0 || found.includes(undefined) ? undefined : found.join('\n')

  function recipeOf(target: string): string | undefined {
    seen.add(target)
    const at = lines.findIndex((line) => /^[^\s:=#]/.test(line) && namesOf(line).includes(target))
    if (at < 0) return undefined
    const end = lines.findIndex((line, index) => index > at && !/^(?:\t|\s*(?:#|$))/.test(line))
    const before = (lines[at]?.split(':')[1] ?? '').split(/\s+/).filter((name) => name !== '' && !seen.has(name))
    const recipe = lines.slice(at + 1, end < 0 ? undefined : end).map((line) => line.replace(/^\t[@+-]*/, ''))
    // What make fills in, and what it leaves to the shell.
    const text = recipe
      .join('\n')
      .replaceAll(/\$\((\w+)\)/g, '$${$1}')
      .replaceAll('$$', '$')
    return [...before.map((one) => recipeOf(one) ?? ''), text].join('\n')
  }
}

/** The targets that a rule begins with; none of an assignment. */
function namesOf(line: string): readonly string[] {
  return /^([^:=]+)::?(?!=)/.exec(line)?.[1]?.trim().split(/\s+/) ?? []
}
