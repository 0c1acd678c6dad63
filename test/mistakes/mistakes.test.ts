import { expect, test } from 'vitest'
import { compileSources } from '../compile-sources.ts'
import { checked, program } from './checked.ts'
import { mistakes } from './mistakes.ts'

const sources = Object.fromEntries(Object.entries(mistakes).map(([name, steps]) => [name, program(steps)]))

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
})
