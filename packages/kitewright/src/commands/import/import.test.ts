import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../test/temporary-folder.ts'
import { memoryWorld } from '../../world/memory-world.ts'
import { main } from '../../main.ts'

const folder = temporaryFolder()

const run = async (...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  const world = memoryWorld(folder)
  return { code: await main(args, world), ...world.printed }
}

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)

const module = `import { command, definePipeline } from 'kitewright'

export default definePipeline([command({ label: 'Unit', command: 'npm test' })])
`

test('prints the module, and says that it was proved', async () => {
  write('pipeline.yml', 'steps:\n  - { name: Unit, command: npm test }\n')
  expect(await run('import', 'pipeline.yml')).toEqual({
    code: 0,
    stdout: module,
    stderr: '1 step, rendered and compared: the same pipeline\n',
  })
})

test('writes a file, but not over another one unless told to', async () => {
  write('pipeline.yml', 'steps:\n  - { name: Unit, command: npm test }\n')
  expect(await run('import', 'pipeline.yml', '--output', 'a/pipeline.ts')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'wrote a/pipeline.ts: 1 step, rendered and compared: the same pipeline\n',
  })
  write('a/pipeline.ts', 'mine')
  expect(await run('import', 'pipeline.yml', '-o', 'a/pipeline.ts')).toEqual({
    code: 3,
    stdout: '',
    stderr: 'kitewright import: a/pipeline.ts is there already; --force overwrites it\n',
  })
  expect(readFileSync(join(folder, 'a/pipeline.ts'), 'utf8')).toBe('mine')
  expect((await run('import', 'pipeline.yml', '-o', 'a/pipeline.ts', '--force')).code).toBe(0)
  expect(readFileSync(join(folder, 'a/pipeline.ts'), 'utf8')).toBe(module)
})

test('points at what keeps the agent from reading the YAML', async () => {
  write('broken.yml', 'steps:\n  - label: a: b\n')
  expect(await run('import', 'broken.yml')).toEqual({
    code: 1,
    stdout: '',
    stderr: `error[KW1041]: a text that holds ": " needs quotes
 --> broken.yml:2:12
  |
2 |   - label: a: b
  |            ^^^^
  = why: the agent refuses the whole upload
  = help: write it in quotes: "a: b"

1 error
`,
  })
})

test.each([
  ['a step that has no place in TypeScript', 'steps: [manual]\n', 1, /line 1:9: the step is rendered differently/],
  ['several documents', 'steps: [wait]\n---\nsteps: [wait]\n', 1, /holds 2 documents/],
  ['an empty file', '# nothing\n', 1, /holds no pipeline/],
])('says aloud what it cannot keep: %s', async (_name, yaml, code, said) => {
  write('odd.yml', yaml)
  const result = await run('import', 'odd.yml')
  expect([result.code, result.stderr]).toEqual([code, expect.stringMatching(said)])
})

test('tells what check finds, and keeps what is wrong where check finds it again', async () => {
  write('wrong.yml', "steps:\n  - { label: Unit, command: npm test, retries: 2, timeout_in_minutes: 'ten' }\n")
  const told = await run('import', 'wrong.yml', '-o', 'wrong.ts')
  expect([told.code, told.stdout]).toEqual([1, ''])
  expect(told.stderr).toMatch(
    /KW1037.*"retries"[^]*KW1033.*timeout_in_minutes[^]*1 error, 1 info[^]*rendered and compared/,
  )
  expect(readFileSync(join(folder, 'wrong.ts'), 'utf8')).toBe(`import { command, definePipeline } from 'kitewright'

export default definePipeline([
  command({ label: 'Unit', command: 'npm test', retries: 2, timeout_in_minutes: 'ten' as never } as never),
])
`)
})

test.each([
  ['no steps', 'steps: []\n', '() => []'],
  ['nothing but attributes', 'env: { A: x }\n', "() => ({ env: { A: 'x' }, steps: [] })"],
])('%s is a pipeline that a function returns', async (_name, yaml, value) => {
  write('empty.yml', yaml)
  const { code, stdout } = await run('import', 'empty.yml')
  expect([code, stdout]).toEqual([
    0,
    `import { definePipeline } from 'kitewright'\n\nexport default definePipeline(${value})\n`,
  ])
})

test('a file that is not there', async () => {
  const { code, stdout, stderr } = await run('import', 'nowhere.yml')
  expect({ code, stdout, first: stderr.split('\n')[0] }).toEqual({
    code: 1,
    stdout: '',
    first: expect.stringMatching(/^error\[KW1021\]: there is no file .*nowhere\.yml$/),
  })
})
