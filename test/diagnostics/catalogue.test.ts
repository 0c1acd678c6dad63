import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../packages/kitewright/src/catalogue/read-catalogue.ts'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { wordsOf } from '../../scripts/codegen/codes.ts'
import { readSources } from '../../scripts/codegen/read-sources.ts'
import { newProject } from '../cli/project.ts'
import { root, sourceFiles } from '../source-files.ts'
import { serviceFolder, temporaryFolder, writeFiles } from '../temporary-folder.ts'

const folder = serviceFolder()

/** The first code block of a page's section. */
function block(page: string, section: string): { readonly language: string; readonly text: string } {
  const [, language = '', text = ''] =
    new RegExp(`^## ${section}\n\n\`\`\`(\\w+)\n([^]*?)\n\`\`\``, 'm').exec(page) ?? []
  return { language, text }
}

/** The codes that checking a file gives, each with its severity. */
async function codesOf(file: string, ...options: readonly string[]): Promise<readonly string[]> {
  const world = memoryWorld(folder)
  await main(['check', file, '--format', 'json', ...options], world)
  const { diagnostics } = JSON.parse(world.printed.stdout) as { diagnostics: { code: string; severity: string }[] }
  return diagnostics.map(({ code, severity }) => `${code} ${severity}`)
}

describe('each page of the catalogue', () => {
  for (const [code, page] of readCatalogue()) {
    const { language, text } = block(page, 'Raises it')
    if (language !== 'ts' && language !== 'yaml') continue
    const ending = language === 'ts' ? 'ts' : 'yml'
    const also = page.includes(`--also ${code}`) ? ['--also', code] : []
    const severity = /^Severity: (\w+)/m.exec(page)?.[1]

    test(`${code}: its example raises exactly it`, async () => {
      writeFiles(folder, { [`${code}.${ending}`]: text })
      expect(await codesOf(`${code}.${ending}`, ...also)).toEqual([`${code} ${severity}`])
    })

    test(`${code}: its fixed example raises nothing`, async () => {
      writeFiles(folder, { [`${code}-fixed.${ending}`]: block(page, 'Fixed').text })
      expect(await codesOf(`${code}-fixed.${ending}`, ...also)).toEqual([])
    })
  }
})

test('KW1021: a file that is not there', async () => {
  expect(await codesOf('no-such-file.ts')).toEqual(['KW1021 error'])
})

test('KW1027: a repository in which kitewright is not installed', async () => {
  const text = "import { definePipeline } from 'kitewright'\nexport default definePipeline([])\n"
  const elsewhere = temporaryFolder({ 'pipeline.mjs': text })
  expect(await codesOf(join(elsewhere, 'pipeline.mjs'))).toEqual(['KW1027 error'])
})

test('KW1052: a file that reaches out of a sealed run, and its fixed one', () => {
  const page = readCatalogue().get('KW1052') ?? ''
  const examples = [...page.matchAll(/^```ts\n([^]*?)\n```$/gm)].map(([, text = '']) => text)
  const codes = examples.map((text, index) => {
    const { run } = newProject({ 'package.json': '{ "FLAGS": "-v" }', [`pipeline-${index}.ts`]: text })
    const { stdout } = run('check', `pipeline-${index}.ts`, '--sealed', '--format', 'json')
    return (JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string }[] }).diagnostics.map(
      ({ code }) => code,
    )
  })
  expect(codes).toEqual([['KW1052'], []])
})

/** The source files of core and the command that hold a code, by code: `'KW3101'`, not what is said about it. */
const holders = new Map<string, string[]>()
for (const file of ['packages/core/src', 'packages/kitewright/src'].flatMap(sourceFiles)) {
  for (const quoted of new Set(readFileSync(join(root, file), 'utf8').match(/'KW\d{4}'/g))) {
    const code = quoted.slice(1, -1)
    holders.set(code, [...(holders.get(code) ?? []), file])
  }
}

test('the words of every diagnostic stand where its page says, and nowhere else', async () => {
  const { catalogue } = await readSources(pathToFileURL(`${root}/`))
  const pages = [...catalogue].map(([code, page]) => [code, [wordsOf(page)]])
  expect(Object.fromEntries(holders)).toEqual(Object.fromEntries(pages))
})

test('where the words stand is no part of what is shown', async () => {
  const world = memoryWorld(folder)
  expect(await main(['explain', 'KW3101'], world)).toBe(0)
  expect(world.printed.stdout).not.toContain('<!--')
  expect(world.printed.stdout.endsWith('\n```\n')).toBe(true)
})

test('a page says that check --fix mends its mistake where a case of it is mended', () => {
  const pages = readCatalogue()
  const paths = readdirSync(join(root, 'packages/core/src'), { recursive: true, encoding: 'utf8' })
  const cases = paths.filter((path) => basename(path) === 'not-ok.txt')
  const saying = cases.map((path) => {
    const code = basename(dirname(path))
    const isMended = readFileSync(join(root, 'packages/core/src', path), 'utf8').includes('\n    mend: ')
    return { code, isMended, isSaid: pages.get(code)?.includes('`kitewright check --fix` mends it') }
  })
  expect(saying.filter(({ isMended, isSaid }) => isMended !== isSaid)).toEqual([])
})

test('every code that core raises has its cases, and no other code has', () => {
  const paths = readdirSync(join(root, 'packages/core/src'), { recursive: true, encoding: 'utf8' })
  const cases = paths.filter((path) => basename(dirname(path)) === 'cases').map((path) => basename(path))
  const raised = [...holders].filter(([, files]) => files.some((file) => file.startsWith('packages/core/')))
  expect(cases.toSorted()).toEqual(raised.map(([code]) => code).toSorted())
})
