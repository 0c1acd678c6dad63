import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { newProject } from './project.ts'

const project = newProject()

async function firstLine(...argv: readonly string[]): Promise<{ code: number; stdout: string; says: string }> {
  const world = memoryWorld(project.folder)
  const code = await main(argv, world)
  return { code, stdout: world.printed.stdout, says: world.printed.stderr.split('\n')[0] ?? '' }
}

test('a folder instead of a file', async () => {
  expect(await firstLine('render', '.')).toEqual({
    code: 1,
    stdout: '',
    says: `error[KW1021]: there is no pipeline in the folder ${project.folder}`,
  })
})

test('a folder where the pipeline is looked for', async () => {
  const folder = join(project.folder, '.buildkite/pipeline.ts')
  mkdirSync(folder, { recursive: true })
  expect(await firstLine('render')).toEqual({
    code: 1,
    stdout: '',
    says: `error[KW1021]: there is no pipeline in the folder ${folder}`,
  })
})

test('--watch ends where there is no folder to watch', async () => {
  expect(project.run('render', '--watch', 'none/pipeline.ts')).toEqual({
    code: 1,
    stdout: '',
    stderr: `error[KW1021]: there is no file ${join(project.folder, 'none/pipeline.ts')}
  = help: \`kitewright init\` writes one; or name the file: kitewright render path/to/pipeline.ts

1 error
`,
  })
})

test('control characters are shown as signs, and a byte order mark and CRLF move no column', () => {
  const line = "export default definePipeline([command({ command: 'x', depends_on: '\u001B[2Ja' })])"
  project.write('marked.mjs', `\uFEFFimport { command, definePipeline } from 'kitewright'; ${line}\r\n`)
  expect(project.run('render', 'marked.mjs')).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^error\[KW1002\]: .*"␛\[2Ja".*\n --> marked\.mjs:1:122\n {2}\|\n1 \| import .*'␛\[2Ja' \}\)\]\)\n {2}\| {122}\^{7}\n/,
    ),
  })
})
