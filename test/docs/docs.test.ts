import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { authorOptions, compileSources } from '../compile-sources.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { root } from '../source-files.ts'
import { serviceFolder } from '../temporary-folder.ts'

const pages = ['README.md', ...markdown('docs'), ...markdown('packages'), ...markdown('examples')]

function markdown(below: string): readonly string[] {
  return readdirSync(join(root, below), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !/node_modules|catalogue|diagnostics\.md/.test(name))
    .map((name) => join(below, name))
}

/** The code blocks of a page in one language. */
function blocks(page: string, language: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, code]) => code ?? '')
}

const programs = pages.flatMap((page) =>
  blocks(page, 'ts').map((code, index) => ({ page, name: `${page.replaceAll(/[/.]/g, '-')}-${index}.ts`, code })),
)
const sources = Object.fromEntries(programs.map(({ name, code }) => [name, code]))
/** What programs of the documentation read. */
const beside = {
  'package.json': '{ "type": "module" }',
  'pipelines/base.yml': 'steps:\n  - label: Lint\n    key: lint\n    command: make lint\n',
  'pipelines/search.yml': 'steps:\n  - label: Search\n    command: make search\n    depends_on: lint\n',
}
const folder = serviceFolder({ ...beside, ...sources })

describe('TypeScript in the documentation', () => {
  test('compiles', () => {
    // As if it stood here: the tests' package has every entry.
    const problems = [...compileSources(sources, import.meta.dirname, { ...authorOptions, types: ['node'] })].filter(
      ([, said]) => said.length > 0,
    )
    expect(problems).toEqual([])
  })

  test.each(programs.filter(({ code }) => code.includes('export default')))(
    'of $page gives a pipeline',
    async ({ name }) => {
      const world = memoryWorld(folder)
      expect({
        code: await main(['render', name, '--changed', 'src/index.js'], world),
        stderr: world.printed.stderr,
      }).toEqual({
        code: 0,
        stderr: '',
      })
    },
  )

  test.each(programs.filter(({ code }) => code.includes('console.log')))(
    'of $page prints what it says',
    ({ name, code }) => {
      const said = [...code.matchAll(/^\/\/ (.*\n)/gm)].map(([, line]) => line).join('')
      expect(execFileSync(process.execPath, ['--import', 'tsx', name], { cwd: folder, encoding: 'utf8' })).toBe(said)
    },
  )
})

/** Commands that only print: the others set a machine up or write files, and are run by .ci/run and tests of their own. */
const printing =
  /^(npx )?(\.buildkite\/node_modules\/\.bin\/)?kitewright (render|check|explain)\b(?!.*--(write|watch|annotate))[^|>]*$/

describe('commands in the documentation', () => {
  const lines = pages.flatMap((page) =>
    blocks(page, 'sh').flatMap((code) =>
      code.split('\n').flatMap((line) => {
        const text = line.replace(/\s+#.*$/, '').trim()
        return printing.test(text) ? [{ page, line: text }] : []
      }),
    ),
  )

  test.each(lines)('$page: $line', async ({ page, line }) => {
    const service = join(root, page.startsWith('examples') ? dirname(page) : 'examples/payments')
    const world = memoryWorld(service, {})
    const argv = line.replace(/^.*?kitewright /, '').split(/\s+/)
    expect({ code: await main(argv, world), stderr: world.printed.stderr }).toEqual({
      code: 0,
      stderr: argv[0] === 'check' ? 'no problems found\n' : '',
    })
  })
})
