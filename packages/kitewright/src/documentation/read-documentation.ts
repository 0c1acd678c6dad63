import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The pages for users: published with the package; in the repository they lie at its root. */
const folders = ['../../docs/', '../../../../docs/'].map((path) => new URL(path, import.meta.url))

/** A page for users, of Markdown. */
export interface DocumentationPage {
  readonly file: string
  readonly title: string
  readonly text: string
}

/** The pages of the documentation by their names, `testing` and others. */
export function readDocumentation(): ReadonlyMap<string, DocumentationPage> {
  const folder = folders.find((each) => existsSync(pageUrl('concepts', each)))
  if (folder === undefined) return new Map()
  const names = readdirSync(folder).flatMap((name) => /^(.*)\.md$/.exec(name)?.[1] ?? [])
  return new Map(names.toSorted().map((name) => [name, readPage(pageUrl(name, folder))]))
}

function pageUrl(name: string, folder: URL): URL {
  return new URL(`${name}.md`, folder)
}

function readPage(url: URL): DocumentationPage {
  const text = readFileSync(url, 'utf8')
  return { file: fileURLToPath(url), title: /^# (.*)$/m.exec(text)?.[1] ?? '', text }
}
