import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import ts from 'typescript'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../memory-world.ts'
import { root } from '../source-files.ts'

const folder = join(root, 'test/.cache/docs')
mkdirSync(folder, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true }))

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
  blocks(page, 'ts').map((code, index) => {
    const file = join(folder, `${page.replaceAll(/[/.]/g, '-')}-${index}.ts`)
    writeFileSync(file, code)
    return { page, file, code }
  }),
)

describe('TypeScript in the documentation', () => {
  test('compiles', () => {
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
    }
    const program = ts.createProgram(
      programs.map(({ file }) => file),
      options,
    )
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
      return `${relative(folder, file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
    expect(problems).toEqual([])
  })

  test.each(programs.filter(({ code }) => code.includes('export default')))(
    'of $page gives a pipeline',
    async ({ file }) => {
      const world = memoryWorld(folder)
      expect({ code: await main(['render', file], world), stderr: world.printed.stderr }).toEqual({
        code: 0,
        stderr: '',
      })
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
