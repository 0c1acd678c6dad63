import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { newProject } from './project.ts'

const project = newProject()
const repository = temporaryFolder()

beforeAll(() => {
  project.write(
    'pipeline.ts',
    `import { command, definePipeline } from 'kitewright'
export default definePipeline(({ build, changedFiles, affects }) => [
  command({ label: \`on "\${build.branch}"\`, command: \`\${(changedFiles ?? []).join(' ')} \${affects('src/**')}\` }),
])
`,
  )
  git('init', '--quiet', '--initial-branch', 'topic')
})

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
  execFileSync('git', ['-C', repository, ...identity, ...args])
}

/** Renders outside a build, git's answers coming from the repository; names the git commands that were run. */
async function render(...flags: readonly string[]): Promise<{ code: number; out: string; asked: readonly string[] }> {
  const world = memoryWorld(repository, {})
  const asked: string[] = []
  const noting =
    <Result>(run: (program: string, args: readonly string[]) => Result) =>
    (program: string, args: readonly string[]): Result => {
      asked.push(args.slice(2).join(' '))
      return run(program, args)
    }
  const watched = { ...world, run: noting(world.run), runSync: noting(world.runSync) }
  const code = await main(['render', join(project.folder, 'pipeline.ts'), ...flags], watched)
  return { code, out: world.printed.stdout + world.printed.stderr, asked }
}

const branchOf = async (): Promise<string | undefined> => /on "(.*?)"/.exec((await render()).out)?.[1]

test('outside a build the branch is the one checked out, with or without commits; none in a detached HEAD', async () => {
  const empty = await branchOf()
  git('commit', '--quiet', '--allow-empty', '--message', 'first')
  const checkedOut = await branchOf()
  git('checkout', '--quiet', '--detach')
  expect({ empty, checkedOut, detached: await branchOf() }).toEqual({
    empty: 'topic',
    checkedOut: 'topic',
    detached: '',
  })
})

test('a context that does not say which files changed is replayed without asking git', async () => {
  const file = join(project.folder, 'unknown.json')
  project.write('unknown.json', '\uFEFF{ "env": { "BUILDKITE_BRANCH": "main" } }')
  expect(await render('--context', file)).toEqual({
    code: 0,
    out: 'steps:\n  - label: on "main"\n    command: " true"\n',
    asked: [],
  })
})

describe('what is no context is refused', () => {
  test.each([
    ['no JSON', 'steps: []', 'bad.json is not JSON'],
    ['a list', '[]', 'bad.json is not a context: "env" must be a map of texts'],
    ['nothing', 'null', 'bad.json is not a context: "env" must be a map of texts'],
    ['a number for a variable', '{ "env": { "A": 1 } }', 'bad.json is not a context: "env" must be a map of texts'],
    [
      'a text for a list',
      '{ "env": {}, "changedFiles": "a" }',
      'bad.json is not a context: "changedFiles" must be a list of texts',
    ],
  ])('%s', async (_what, text, says) => {
    project.write('bad.json', text)
    const world = memoryWorld(project.folder, {})
    const code = await main(['render', '--context', 'bad.json'], world)
    expect({ code, stdout: world.printed.stdout, says: world.printed.stderr.split('\n')[0] }).toEqual({
      code: 2,
      stdout: '',
      says: `kitewright render: --context: ${says}`,
    })
  })

  test('a folder', async () => {
    const world = memoryWorld(project.folder, {})
    expect(await main(['render', '--context', '.'], world)).toBe(2)
    expect(world.printed.stderr.split('\n')[0]).toBe('kitewright render: --context: there is no file .')
  })
})
