import { expect, test } from 'vitest'
import { checked } from './checked.ts'
import { yamlMistakes } from './yaml-mistakes.ts'

test('mistakes in YAML: check says one thing to each, and nothing to what was meant', async () => {
  const said: { [name: string]: readonly [check: number, mended: number] } = {}
  const sections: string[] = []
  for (const [index, [name, [wrong, right]]] of Object.entries(yamlMistakes).entries()) {
    const found = await checked(wrong, 'mistake.yml')
    const left = await checked(right, 'mended.yml')
    said[name] = [found.length, left.length]
    const text = found.join('\n')
    sections.push(`## ${index + 1}. ${name}\n\n\`\`\`yaml\n${wrong}\`\`\`\n\n\`\`\`text\n${text}\n\`\`\`\n`)
  }
  await expect(`# What is said to mistakes in YAML\n\n${sections.join('\n')}`).toMatchFileSnapshot(
    'yaml-mistakes.golden.md',
  )
  expect(said).toEqual(Object.fromEntries(Object.keys(yamlMistakes).map((name) => [name, [1, 0]])))
})
