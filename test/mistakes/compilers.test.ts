import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../source-files.ts'
import { serviceFolder } from '../temporary-folder.ts'
import { mistakes } from './mistakes.ts'

const versions = { '5.9': 'typescript-5.9', '6.0': 'typescript', '7.0': 'typescript-7' }
const likeliest = Object.entries(mistakes).slice(0, 12)

const imports = "import { block, command, definePipeline, group, input, interpolated } from 'kitewright'"
const files = likeliest.map(([, step], index) => [
  `${index}.ts`,
  `${imports}\nexport default definePipeline([${step}])\n`,
])
const folder = serviceFolder({
  ...Object.fromEntries(files),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2023',
      lib: ['es2023'],
      module: 'nodenext',
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      paths: { kitewright: [join(root, 'packages/kitewright/src/index.ts')] },
    },
  }),
})

/** What a compiler says to each of the likeliest mistakes, by the number of its file. */
async function said(packageName: string): Promise<readonly string[]> {
  const compiler = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`))
  const run = promisify(execFile)(process.execPath, [join(compiler, 'bin/tsc'), '-p', folder, '--pretty', 'false'])
  const output = await run.then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  )
  return likeliest.map((_, index) => {
    const [, text] = new RegExp(`^(?:.*/)?${index}\\.ts\\(.*?\\): error (.*(?:\\n .*)*)`, 'm').exec(output) ?? []
    return text ?? 'nothing'
  })
}

test('the likeliest mistakes read well under three compilers', { timeout: 120_000 }, async () => {
  const words: { readonly [version: string]: readonly string[] } = Object.fromEntries(
    await Promise.all(Object.entries(versions).map(async ([version, name]) => [version, await said(name)] as const)),
  )
  const sections = likeliest.map(([name, step], index) => {
    const byText = new Map<string, string[]>()
    for (const [version, texts] of Object.entries(words)) {
      byText.set(texts[index]!, [...(byText.get(texts[index]!) ?? []), version])
    }
    const texts = [...byText].map(([text, same]) => `TypeScript ${same.join(', ')}:\n\n\`\`\`text\n${text}\n\`\`\`\n`)
    return `## ${index + 1}. ${name}\n\n\`\`\`ts\n${step}\n\`\`\`\n\n${texts.join('\n')}`
  })
  await expect(`# What compilers say to the twelve likeliest mistakes\n\n${sections.join('\n')}`).toMatchFileSnapshot(
    'compilers.golden.md',
  )
})
