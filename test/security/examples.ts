import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCatalogue } from '../../packages/kitewright/src/catalogue/read-catalogue.ts'
import { root, sourceFiles } from '../source-files.ts'

/** A pipeline that kitewright shows to somebody, who may begin with it. */
export interface Example {
  /** Where it stands. */
  readonly place: string
  readonly language: 'ts' | 'yml'
  readonly text: string
}

/** Mistakes of the catalogue that are just this: their examples deploy for pull requests, and say so. */
const mistakes = new Set(['KW6030', 'KW6031', 'KW6032'])

/** Every pipeline of the README, the documentation, the catalogue and doc comments. */
export function examples(): readonly Example[] {
  return [...ofPages(), ...ofCatalogue(), ...ofComments()].filter(({ text }) => isPipeline.test(text))
}

const isPipeline = /definePipeline\(|service\(|^steps:/m

function ofPages(): readonly Example[] {
  const below = ['docs', 'packages', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !/node_modules|catalogue|diagnostics\.md/.test(name))
      .map((name) => join(folder, name)),
  )
  return ['README.md', ...below].flatMap((page) => blocks(readFileSync(join(root, page), 'utf8'), page))
}

function ofCatalogue(): readonly Example[] {
  return [...readCatalogue()].flatMap(([code, page]) =>
    blocks(mistakes.has(code) ? page.slice(page.indexOf('## Fixed')) : page, code),
  )
}

function blocks(text: string, page: string): readonly Example[] {
  return Array.from(text.matchAll(/^```(ts|yaml)\n([^]*?)^```/gm), ([, language, code = ''], index) => ({
    place: `${page}, block ${index + 1}`,
    language: language === 'ts' ? 'ts' : 'yml',
    text: code,
  }))
}

/** What doc comments show of whole pipelines, with the steps that they take for known. */
function ofComments(): readonly Example[] {
  return ['packages/core/src', 'packages/kitewright/src', 'packages/presets/src']
    .flatMap(sourceFiles)
    .flatMap((file) => {
      const comments = readFileSync(join(root, file), 'utf8').match(/^ *\/\*\*[^]*?\*\//gm) ?? []
      return comments.flatMap((comment) => {
        const [, text = ''] = /@example([^]*?)(?=\n *\* @|\*\/)/.exec(comment.replace(/^ *\* ?/gm, ' * ')) ?? []
        const code = text.replace(/^ \* /gm, '').trim()
        return code.includes('export default')
          ? [{ place: file, language: 'ts' as const, text: `${prelude}${code}` }]
          : []
      })
    })
}

const names = ['unit', 'integration', 'image', 'test', 'deploy', 'deployTest', 'publish']
const prelude = `import { command, definePipeline } from 'kitewright'
const [${names.join(', ')}] = ${JSON.stringify(names)}.map((label) => command({ label, command: label }))
void [${names.join(', ')}]
`
