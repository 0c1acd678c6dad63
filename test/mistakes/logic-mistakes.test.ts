import { expect, test } from 'vitest'
import { compileSources } from '../compile-sources.ts'
import { checked, program } from './checked.ts'
import { logicMistakes } from './logic-mistakes.ts'

test('mistakes that the compiler takes: check says one thing to each, and nothing to what was meant', async () => {
  const names = Object.keys(logicMistakes)
  const sources = Object.values(logicMistakes).map(([wrong, right]) => [program(wrong), program(right)] as const)
  const compiled = compileSources(
    Object.fromEntries(sources.flatMap((pair, index) => pair.map((source, side) => [`${index}.${side}`, source]))),
    import.meta.dirname,
  )
  const said: { [name: string]: readonly [compiler: number, check: number, mended: number] } = {}
  const sections: string[] = []
  for (const [index, [wrong, right]] of sources.entries()) {
    const found = await checked(wrong.replaceAll(' as never', ''), `logic-${index}.mjs`)
    const left = await checked(right, `logic-${index}-right.mjs`)
    const compiler = [0, 1].flatMap((side) => compiled.get(`${index}.${side}`) ?? [])
    const name = names[index]!
    said[name] = [compiler.length, found.length, left.length]
    sections.push(
      `## ${index + 1}. ${name}\n\n\`\`\`ts\n${logicMistakes[name]![0]}\n\`\`\`\n\n\`\`\`text\n${found.join('\n')}\n\`\`\`\n`,
    )
  }
  await expect(`# What is said to mistakes that the compiler takes\n\n${sections.join('\n')}`).toMatchFileSnapshot(
    'logic-mistakes.golden.md',
  )
  expect(said).toEqual(Object.fromEntries(names.map((name) => [name, [0, 1, 0]])))
}, 120_000)
