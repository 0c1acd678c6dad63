import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { compileSources } from '../compile-sources.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { serviceFolder, writeFiles } from '../temporary-folder.ts'
import { mistakes } from './mistakes.ts'

const folder = serviceFolder()

const imports =
  "import { block, command, definePipeline, group, input, interpolated, matrix, trigger, wait } from 'kitewright'"
const sources = Object.fromEntries(
  Object.entries(mistakes).map(([name, step]) => [
    name,
    `${imports}\n\nexport default definePipeline([\n  ${step},\n])\n`,
  ]),
)

/** What `check` says to a source in plain JavaScript, with the text that it points at. */
async function checked(source: string, file: string): Promise<readonly string[]> {
  writeFiles(folder, { [file]: source })
  const world = memoryWorld(folder)
  await main(['check', file, '--format', 'json'], world)
  const { diagnostics } = JSON.parse(world.printed.stdout) as { diagnostics: Printed[] }
  return diagnostics.map(({ code, message, line, column, endColumn, help }) => {
    const text = source.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)
    return `${text}: ${code} ${message}${help === undefined ? '' : `\n  ${help}`}`
  })
}

interface Printed {
  readonly code: string
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly help?: string
}

test('mistakes: the compiler says one thing to each, and check one thing in JavaScript', async () => {
  const compiled = compileSources(sources, import.meta.dirname)
  const sections: string[] = []
  const said: { [name: string]: readonly [compiler: number, check: number] } = {}
  for (const [index, [name, source]] of Object.entries(sources).entries()) {
    const compiler = compiled.get(name) ?? []
    const check = await checked(source, `mistake-${index}.mjs`)
    said[name] = [compiler.length, check.length]
    sections.push(
      `## ${index + 1}. ${name}\n\n\`\`\`ts\n${mistakes[name]}\n\`\`\`\n\nThe compiler:\n\n\`\`\`text\n${compiler.join('\n')}\n\`\`\`\n\nThe check:\n\n\`\`\`text\n${check.join('\n')}\n\`\`\`\n`,
    )
  }
  await expect(`# What is said to mistakes\n\n${sections.join('\n')}`).toMatchFileSnapshot('mistakes.golden.md')
  expect(said).toEqual(Object.fromEntries(Object.keys(mistakes).map((name) => [name, [1, 1]])))
  expect(sections).toHaveLength(40)
})
