import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kitewrightBin, serviceFolder, temporaryFolder, writeFiles } from '../temporary-folder.ts'
import { repository, type Run, runKitewright } from '../upload/run-kitewright.ts'

const head = "import { command, definePipeline } from 'kitewright'\n"
const pipeline = `${head}export default definePipeline([command({ command: 'a', key: 'a' })])\n`
const ofChanges = `${head}export default definePipeline(({ changedFiles }) => [
  command({ command: String(changedFiles), key: 'a' }),
])
`

const never = 'exec sleep 1000'
/** Never ends where its arguments match a pattern of the shell. */
const agent = (pattern: string, hangs = never): string => `case "$*" in
  ${pattern}) ${hangs};;
  --version) echo "buildkite-agent version 3.137.0";;
  "step get"*) echo "failed to get step: POST /v3/jobs/1/steps/export: 404 Not Found" >&2; exit 1;;
esac`

/** Runs a command where programs of these names come first and have a few seconds. */
function run(
  programs: Readonly<Record<string, string>>,
  text: string | undefined,
  ...args: readonly string[]
): Promise<Run> {
  const folder = temporaryFolder()
  for (const [name, script] of Object.entries({ 'buildkite-agent': 'exit 1', ...programs })) {
    writeFiles(folder, { [name]: `#!/bin/sh\n${script}\n` })
    chmodSync(join(folder, name), 0o755)
  }
  const limits = { KITEWRIGHT_TIME_LIMITS: 'git=1 npm=1 buildkite-agent=3' }
  const job = { BUILDKITE: 'true', BUILDKITE_BRANCH: 'topic', BUILDKITE_JOB_ID: '1', BUILDKITE_STEP_ID: '1' }
  return runKitewright(text === undefined ? serviceFolder() : repository({ 'pipeline.mjs': text }), args, {
    env: { ...limits, ...job },
    agent: join(folder, 'buildkite-agent'),
  })
}

/** What is said of programs that were ended, each once, and the last line of all. */
const told = ({ code, stderr }: Run): unknown => {
  const ended = stderr.matchAll(/^kitewright: (.* had not ended after .*), and was ended; /gm)
  return {
    code,
    ended: [...new Set(Array.from(ended, ([, words]) => words))],
    last: stderr.trimEnd().split('\n').at(-1),
  }
}

test('git: what has changed is not known, and the pipeline is made', async () => {
  const ended = await run({ git: never }, ofChanges, 'render')
  expect({ ...(told(ended) as object), stdout: ended.stdout }).toEqual({
    code: 0,
    ended: ['git had not ended after 1 s'],
    last: 'kitewright: which files changed is not known, so everything counts as affected: git failed with exit status 124',
    stdout: 'steps:\n  - key: a\n    command: undefined\n',
  })
})

const notUploaded =
  'this attempt has not uploaded the pipeline, whether an earlier one has is not known: retry this job, which asks the build first'

test.each([
  ['--version', 'buildkite-agent does not work: `buildkite-agent --version` ends with exit status 124'],
  [
    '"pipeline upload"*',
    'buildkite-agent failed: exit status 124; whether the upload arrived is not known: retry this job, which asks the build first',
  ],
  ['"step get"*', `the build could not be asked which steps it has; ${notUploaded}`],
  ['"meta-data"*', `the build's meta-data could not be read; ${notUploaded}`],
])('an agent that does not end at %s: what is known of the upload is said', async (pattern, last) => {
  const ended = await run({ 'buildkite-agent': agent(pattern) }, pipeline, 'upload')
  expect(told(ended)).toEqual({
    code: 3,
    ended: ['buildkite-agent had not ended after 3 s'],
    last: `kitewright upload: ${last}`,
  })
})

test('an agent that does not end as it annotates: the faults of the pipeline are said all the same', async () => {
  const ended = await run({ 'buildkite-agent': agent('annotate*') }, 'throw new Error("odd")', 'upload')
  expect({ ...(told(ended) as object), fault: /^error.*/m.exec(ended.stderr)?.[0] }).toEqual({
    code: 1,
    ended: ['buildkite-agent had not ended after 3 s'],
    last: 'kitewright upload: buildkite-agent annotate failed (exit status 124)',
    fault: 'error[KW1023]: Error: odd',
  })
})

test('an agent that does not mind being asked to end is killed', async () => {
  const stubborn = "trap '' TERM; while :; do sleep 1; done"
  const ended = await run({ 'buildkite-agent': agent('--version', stubborn) }, pipeline, 'upload')
  expect(told(ended)).toEqual({
    code: 3,
    ended: ['buildkite-agent had not ended after 3 s'],
    last: 'kitewright upload: buildkite-agent does not work: `buildkite-agent --version` ends with exit status 124',
  })
})

test('npm: what init has written stays', async () => {
  const ended = await run({ npm: never }, undefined, 'init', '--kitewright', kitewrightBin)
  expect(told(ended)).toEqual({
    code: 3,
    ended: ['npm had not ended after 1 s'],
    last: 'kitewright init: npm failed; the files are written: once that is put right, run the same command again, or "npm install --prefix .buildkite"',
  })
})
