// Words of the language, and names that the generated module imports or its author may come to import.
const reserved = new Set(
  (
    'abstract any arguments as async await boolean break case catch class const continue debugger declare default ' +
    'definePipeline delete do else enum eval export extends false finally for from function get if implements import ' +
    'in Infinity instanceof interface is let module NaN never new null number object of package private process ' +
    'protected public require return set static string super switch symbol this throw true try type typeof undefined ' +
    'unknown var void while with yield ' +
    'block command externalStep group ifPresent input interpolated interpolatedKey matrix plugin script sequence shell trigger wait test expect'
  ).split(' '),
)

/** Gives each const of a module a name of its own, made from the texts that its author chose. */
export interface ConstNames {
  /**
   * @param texts The first that gives a name still free is taken; otherwise the first with a number, or the noun.
   * @param noun Also put behind a name that is a reserved word.
   */
  readonly take: (texts: readonly (string | undefined)[], noun: string) => string
  /** The names of a function's variables: none that a const has, while another function may have the same. */
  readonly inside: () => ConstNames
}

/** Starts a module's names. */
export function constNames(outer: ReadonlySet<string> = reserved): ConstNames {
  const taken = new Set(outer)
  return {
    take(texts, noun) {
      const bases = texts.map((text) => (text === undefined ? '' : camelCase(text))).filter((text) => text !== '')
      const names = (bases.length === 0 ? [noun] : bases).map((base) =>
        reserved.has(base) ? `${base}${capitalised(noun)}` : base,
      )
      const unique = names.find((name) => !taken.has(name)) ?? numbered(names[0] ?? noun, taken)
      taken.add(unique)
      return unique
    },
    inside: () => constNames(taken),
  }
}

function numbered(base: string, taken: ReadonlySet<string>): string {
  const stem = /\d$/.test(base) ? `${base}_` : base
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`
}

/** `:docker: Build & push` becomes `buildPush`; emoji codes, interpolation and marks are left out. */
function camelCase(text: string): string {
  const words = text
    .replaceAll(/:[a-z0-9_+-]+:/gi, ' ')
    .replaceAll(/\$\{[^}]*\}|\{\{[^}]*\}\}/g, ' ')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '')
  const short = within(words, 40)
  const joined = short.map((word, index) => (index === 0 ? lowered(word) : capitalised(word))).join('')
  return /^\d/.test(joined) ? `step${joined}` : joined
}

function within(words: readonly string[], length: number): readonly string[] {
  const kept: string[] = []
  for (const word of words) {
    if (kept.length > 0 && kept.join('').length + word.length > length) break
    kept.push(word.slice(0, length))
  }
  return kept
}

function lowered(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + (/^[A-Z0-9]+$/.test(word) ? word.slice(1).toLowerCase() : word.slice(1))
}
