import { readdirSync, readFileSync } from 'node:fs'

/** The folder of the catalogue: one page for each code, published with the package. */
const folder = new URL('../../catalogue/', import.meta.url)

/** Every diagnostic's page, by its code, in order of the codes. */
export function readCatalogue(): ReadonlyMap<string, string> {
  const pages = readdirSync(folder).filter((name) => /^KW\d{4}\.md$/.test(name))
  return new Map(pages.toSorted().map((name) => [name.slice(0, 6), readFileSync(new URL(name, folder), 'utf8')]))
}
