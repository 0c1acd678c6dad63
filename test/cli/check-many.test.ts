import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { serviceFolder, temporaryFolder } from '../temporary-folder.ts'
import { newProject } from './project.ts'

const sound =
  "import { command, definePipeline } from 'kitewright'\nexport default definePipeline([command({ command: 'a' })])\n"
const faulty = 'steps:\n  - command: a\n    key: b c\n'

async function run(
  cwd: string,
  argv: readonly string[],
  input?: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const world = memoryWorld(cwd, { BUILDKITE: 'true', BUILDKITE_BRANCH: 'main' }, input)
  return { code: await main(argv, world), ...world.printed }
}

/** The code and place of each diagnostic. */
async function found(cwd: string, argv: readonly string[], input?: string): Promise<readonly string[]> {
  const { stdout } = await run(cwd, [...argv, '--format', 'json'], input)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; file?: string; line?: number }[] }
  return diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`)
}

describe('what is checked', () => {
  const folder = serviceFolder({
    'one/.buildkite/pipeline.ts': sound,
    'one/.buildkite/pipeline.release.yml': faulty,
    'one/.buildkite/docker-compose.yml': 'services:\n  a: {}\n',
    'one/.buildkite/package.json': '{}',
    'one/.buildkite/pipeline.test.ts': 'throw new Error()\n',
    'one/.buildkite/steps.ts': "export const a = 'b'\n",
    'two/pipeline.yml': faulty,
    'three/notes.txt': '',
  })

  test('is what a generator prints, by its lines', async () => {
    expect(await found(folder, ['check', '-'], faulty)).toEqual(['KW1008 <stdin>:3'])
    expect((await run(folder, ['render', '-'], '[]')).stdout).toBe('steps: []\n')
  })

  test('are several files', async () => {
    const files = ['one/.buildkite/pipeline.ts', 'two/pipeline.yml']
    expect(await found(folder, ['check', ...files])).toEqual(['KW1008 two/pipeline.yml:3'])
  })

  test('are the pipelines of folders, and nothing that lies beside them', async () => {
    expect(await found(folder, ['check', 'one', 'two', 'one'])).toEqual([
      'KW1008 one/.buildkite/pipeline.release.yml:3',
      'KW1008 two/pipeline.yml:3',
    ])
    expect(await run(folder, ['check', 'one/.buildkite/pipeline.ts', 'one/.buildkite/steps.ts'])).toMatchObject({
      code: 1,
    })
  })

  test('is a fault where there is none', async () => {
    expect(await found(folder, ['check', 'three'])).toEqual(['KW1021 undefined:undefined'])
  })

  test('is the pipeline of a folder that is named to other commands', async () => {
    expect((await run(folder, ['render', 'one'])).stdout).toBe('steps:\n  - command: a\n')
  })
})

/** With `.git` at its root, and a folder far below. */
function repository(files: Readonly<Record<string, string>>): { readonly root: string; readonly deep: string } {
  const root = serviceFolder(files)
  execFileSync('git', ['init', '--quiet', root])
  const deep = join(root, 'services/a/src')
  mkdirSync(deep, { recursive: true })
  return { root, deep }
}

describe('a repository', () => {
  test('that has only YAML is checked by that', async () => {
    const { root, deep } = repository({ '.buildkite/pipeline.yml': faulty })
    expect(await found(root, ['check'])).toEqual(['KW1008 .buildkite/pipeline.yml:3'])
    expect(await found(deep, ['check'])).toEqual(['KW1008 ../../../.buildkite/pipeline.yml:3'])
  })

  test('that has only YAML is not uploaded by it, which would call itself', async () => {
    const { root } = repository({ '.buildkite/pipeline.yml': 'steps:\n  - command: kitewright upload\n' })
    const { code, stderr } = await run(root, ['upload', '--dry-run'])
    expect({ code, first: stderr.split('\n')[0] }).toEqual({
      code: 1,
      first: `error[KW1021]: there is no file ${join(root, '.buildkite/pipeline.ts')}`,
    })
  })

  test('gives its nearest pipeline in every folder, which runs at its root', async () => {
    const where =
      "import { command, definePipeline } from 'kitewright'\nexport default definePipeline(() => [command({ command: process.cwd() })])\n"
    const { root, deep } = repository({ '.buildkite/pipeline.ts': where, 'services/b/.buildkite/pipeline.ts': where })
    const before = process.cwd()
    const text = `steps:\n  - command: ${root}\n`
    expect((await run(deep, ['render'])).stdout).toBe(text)
    expect((await run(join(root, 'services/b'), ['render'])).stdout).toBe(text)
    expect(process.cwd()).toBe(before)
  })

  test('is not looked for outside one', async () => {
    const folder = temporaryFolder({ '.buildkite/pipeline.yml': faulty, 'a/b/c.txt': '' })
    expect(await found(join(folder, 'a/b'), ['check'])).toEqual(['KW1021 undefined:undefined'])
  })
})

describe('--contexts', () => {
  const folder = serviceFolder({
    'pipeline.ts': `import { command, definePipeline } from 'kitewright'
export default definePipeline(({ build, affects }) => {
  const docs = command({ label: 'Docs', command: 'make docs' })
  const image = command({ label: 'Image', command: 'make image', depends_on: docs })
  const odd = command({ label: 'Odd', command: 'odd', key: 'o d' })
  return [affects('docs/**') && docs, build.pull_request && image, build.tag && odd]
})
`,
    'everywhere.ts': `import { command, definePipeline } from 'kitewright'
export default definePipeline(({ build }) => [
  build.tag && command({ label: 'Tag', command: 'a' }),
  command({ label: 'Odd', command: 'odd', key: 'o d' }),
])
`,
  })

  test('tells each problem once, and where it shows if that is not everywhere', async () => {
    const { code, stdout, stderr } = await run(folder, ['check', '--contexts'])
    const lines = stdout.split('\n')
    expect({
      code,
      heads: lines.filter((line) => line.startsWith('error')),
      only: lines.filter((line) => line.includes('note: only')),
      stderr,
    }).toEqual({
      code: 1,
      heads: [
        'error[KW1003]: step "image" depends on step "docs", which is not in this pipeline',
        'error[KW1008]: key "o d" has characters that a key cannot hold',
      ],
      only: ['  = note: only for a pull request where nothing changed', '  = note: only for a tag'],
      stderr:
        'looked at a pull request, the default branch, another branch and a tag, each where nothing changed and where everything changed\n',
    })
    expect((await run(folder, ['check', '--contexts', 'everywhere.ts'])).stdout).not.toContain('note: only')
  })
})

test('explain lists the codes that begin so', async () => {
  expect((await run('/', ['explain', 'KW101'])).stdout.split('\n').slice(0, 2)).toEqual([
    'KW1010  a group inside a group',
    'KW1011  the pipeline has no steps',
  ])
  expect((await run('/', ['explain', 'kw8'])).code).toBe(2)
})

test('--format github writes one command a line, whatever a text holds', async () => {
  const yaml = 'steps:\n  - command: a\n    key: "x\\n::error file=forged::y, 100%: z"\n'
  expect((await run('/', ['check', '-', '--format', 'github'], yaml)).stdout).toBe(
    '::error file=<stdin>,line=3,endLine=3,col=10,endColumn=46,title=KW1008::' +
      'key "x%0A::error file=forged::y, 100%25: z" has characters that a key cannot hold%0A' +
      'why: Buildkite takes letters, digits and _ - : . , in a key, 100 at most%0A' +
      "help: write key: 'x-::error-file-forged::y,-100-:-z'\n",
  )
})

test('a glob of affects that matches no tracked file is a warning at its call', () => {
  const project = newProject({
    'libs/a.ts': '',
    'pipeline.mjs':
      "import { command, definePipeline } from 'kitewright'\nexport default definePipeline(({ affects }) => [\n" +
      "  affects('libs/**', 'lib/**') && command({ command: 'a' }),\n])\n",
  })
  execFileSync('git', ['init', '--quiet', project.folder])
  execFileSync('git', ['-C', project.folder, 'add', 'libs'])
  const { code, stdout } = project.run('check', 'pipeline.mjs', '--changed', 'libs/a.ts')
  expect({ code, first: stdout.split('\n').slice(0, 2) }).toEqual({
    code: 0,
    first: ['warning[KW3090]: no file of the repository matches "lib/**"', ' --> pipeline.mjs:3:3'],
  })
})
