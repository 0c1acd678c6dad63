import { readdirSync, readFileSync } from 'node:fs'

/** The folder of the catalogue: one page for each code, published with the package. */
const folder = new URL('../../catalogue/', import.meta.url)

/** Every diagnostic's page, by its code, in order of the codes; without its comments, which are for those who work on it. */
export function readCatalogue(): ReadonlyMap<string, string> {
  const pages = readdirSync(folder).filter((name) => /^KW\d{4}\.md$/.test(name))
  return new Map(pages.toSorted().map((name) => [name.slice(0, 6), readPage(name)]))
}

function readPage(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8').replace(/\n<!--[^]*?-->\n/g, '')
}
