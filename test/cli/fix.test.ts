import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { newProject, type Project } from './project.ts'

/** A project that is a repository. */
function repository(files: Readonly<Record<string, string>>): Project {
  const project = newProject(files)
  mkdirSync(join(project.folder, '.git'))
  return project
}

const text = (project: Project, name: string): string => readFileSync(join(project.folder, name), 'utf8')

test('check --fix writes what is certain, says what it changed, and reports what is left', () => {
  const yaml =
    'steps:\n  - command: echo $BUILDKITE_TAG # why\n    lable: a\n  - command: make\n    agents: { queue: $BUILDKITE_BRANCH }\n'
  const program =
    "import { command, definePipeline, interpolated } from 'kitewright'\n" +
    "export default definePipeline([command({ command: interpolated('echo $BUILDKITE_TAG') })])\n"
  const project = repository({ 'pipeline.yml': yaml, 'pipeline.ts': program })
  const { code, stdout, stderr } = project.run('check', '--fix', 'pipeline.yml', 'pipeline.ts')
  expect({ code, stderr, stdout, yaml: text(project, 'pipeline.yml'), program: text(project, 'pipeline.ts') }).toEqual({
    code: 0,
    stderr:
      'mended KW6001 in pipeline.yml:2: the upload writes $BUILDKITE_TAG into a command, where a shell runs it\n' +
      'mended KW1031 in pipeline.yml:3: the command step has no attribute "lable"\n' +
      'mended KW6001 in pipeline.ts:2: the upload writes $BUILDKITE_TAG into a command, where a shell runs it\n',
    stdout: expect.stringMatching(/^warning\[KW6002\]: \$BUILDKITE_BRANCH decides[^]*\n\n1 warning\n$/),
    yaml: yaml.replace('echo $BUILDKITE_TAG', 'echo "$$$$BUILDKITE_TAG"').replace('lable', 'label'),
    program: program.replace('echo $BUILDKITE_TAG', 'echo "$$$$BUILDKITE_TAG"'),
  })
})

test('check --fix takes back a mend that does not clear its finding, and keeps the others', () => {
  // The text of the first step is made from the same literal as the condition of the second.
  const program =
    "import { command, definePipeline } from 'kitewright'\n" +
    "const word = 'false'\n" +
    "if (word !== 'false') throw new Error('changed')\n" +
    "export default definePipeline([command({ command: 'a', skip: word as never }), command({ command: 'b', notify: [{ slack: 'team' }] })])\n"
  const project = repository({ 'pipeline.ts': program })
  const { code, stderr } = project.run('check', '--fix', 'pipeline.ts')
  expect({ code, stderr, program: text(project, 'pipeline.ts') }).toEqual({
    code: 0,
    stderr: 'mended KW3304 in pipeline.ts:4: "team" is not a place in Slack\n',
    program: program.replace("'team'", "'#team'"),
  })
})

test('check --fix changes nothing outside of the repository, and leaves no file behind', () => {
  const yaml = 'steps:\n  - command: echo $BUILDKITE_TAG\n'
  const elsewhere = temporaryFolder({ 'real.yml': yaml })
  const project = repository({ 'inner/pipeline.yml': 'steps: [{ command: make, branches: "main, next" }]\n' })
  symlinkSync(join(elsewhere, 'real.yml'), join(project.folder, 'linked.yml'))
  const { code, stderr } = project.run(
    'check',
    '--fix',
    'linked.yml',
    join(elsewhere, 'real.yml'),
    'inner/pipeline.yml',
  )
  expect({
    code,
    stderr,
    elsewhere: readFileSync(join(elsewhere, 'real.yml'), 'utf8'),
    files: readdirSync(join(project.folder, 'inner')),
  }).toEqual({
    code: 0,
    stderr: 'mended KW3024 in inner/pipeline.yml:1: "main, next" is one pattern, not several\n',
    elsewhere: yaml,
    files: ['pipeline.yml'],
  })
})

test('check --fix says so where nothing is certain, and reads no stdin', () => {
  const project = repository({
    'pipeline.yml': 'steps:\n  - command: make\n    agents: { queue: $BUILDKITE_BRANCH }\n',
  })
  expect([project.run('check', '--fix', 'pipeline.yml').stderr, project.run('check', '--fix', '-').code]).toEqual([
    'nothing was changed: no mend is certain\n',
    2,
  ])
})

test('check says how many findings --fix would mend, to people alone', () => {
  const project = repository({
    'pipeline.yml':
      'steps:\n  - comand: make\n  - command: echo $BUILDKITE_TAG\n    agents: { queue: $BUILDKITE_BRANCH }\n',
  })
  const said = (...flags: readonly string[]) => project.run('check', 'pipeline.yml', ...flags).stderr
  expect([said(), said('--format', 'json'), said('--format', 'github')]).toEqual(['--fix would mend 2 of 3\n', '', ''])
})

test('mends are in SARIF, for code scanning to offer', () => {
  const project = repository({ 'pipeline.yml': 'steps:\n  - command: echo $BUILDKITE_TAG\n' })
  const { stdout } = project.run('check', '--format', 'sarif', 'pipeline.yml')
  const { runs } = JSON.parse(stdout) as {
    readonly runs: readonly { readonly results: readonly { readonly fixes: unknown }[] }[]
  }
  expect(runs[0]?.results[0]?.fixes).toEqual([
    {
      description: { text: 'write "$$BUILDKITE_TAG" in double quotes: the shell reads the variable when the job runs' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'pipeline.yml' },
          replacements: [
            {
              deletedRegion: { startLine: 2, startColumn: 19, endLine: 2, endColumn: 33 },
              insertedContent: { text: '"$$BUILDKITE_TAG"' },
            },
          ],
        },
      ],
    },
  ])
})
