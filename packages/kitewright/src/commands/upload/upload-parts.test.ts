import { expect, test } from 'vitest'
import { type BuildModel, emptyBuild, modelAgent, type Trouble } from './build-model.ts'
import type { UploadIdentity } from './upload-identity.ts'
import { type PartsRequest, uploadParts } from './upload-parts.ts'
import type { GeneratedPart } from './write-parts.ts'

function part(label: string, key?: string): GeneratedPart {
  const json = (written?: string): string => JSON.stringify({ steps: [{ label, key: written }] })
  return { json: json(key), key, withKey: json, variables: [] }
}

const first: UploadIdentity = { place: 'place', job: 'j0', run: 'r0', isRetry: false, variables: '-' }
const retry: UploadIdentity = { ...first, job: 'j1', run: 'r1', isRetry: true }

/** Uploads steps, each a part, and returns what is said at the end and on the way. */
async function upload(
  build: BuildModel,
  labels: string,
  identity: UploadIdentity = first,
  { replace = false, key = undefined as string | undefined, troubles = [] as readonly Trouble[] } = {},
): Promise<readonly string[]> {
  const left = [...troubles]
  const agent = modelAgent(build, identity.run, async () => left.shift() ?? 'well')
  const said: string[] = []
  const log = {
    isTerminal: false,
    write: (text: string) => void said.push(text.trim().replace('kitewright upload: ', '')),
  }
  const request: PartsRequest = { parts: labels.split(' ').map((label) => part(label, key)), replace, identity }
  const problem = await uploadParts(request, agent, log)
  return problem === undefined ? said : [...said, problem]
}

const labels = ({ landed }: BuildModel): string =>
  landed.map(({ json }) => (JSON.parse(json) as { steps: [{ label: string }] }).steps[0].label).join(' ')

const refused =
  'buildkite-agent refused the pipeline: failed to upload and accept pipeline: POST http://x/pipelines: 422 Unprocessable Entity: not today'
const failed =
  'buildkite-agent failed: failed to upload and accept pipeline: POST http://x/pipelines: 500 Internal Server Error: boom'
const ask = 'is not known: retry this job, which asks the build first'
const other =
  'an earlier attempt of this job has uploaded another pipeline than this one makes now, or a part of it ' +
  '(--replace starts anew, and drops the steps that have not started); ' +
  `this attempt has not uploaded the pipeline, whether an earlier one has ${ask}`

// The calls of a first upload: keys, set, upload, set.
test.each<[what: string, labels: string, troubles: Trouble[], said: readonly string[]]>([
  ['all is well', 'a', [], []],
  ['it is refused', 'a', ['well', 'well', 'refused'], [`${refused}; nothing was uploaded`]],
  ['nothing gets through', 'a', ['well', 'well', 'down'], [`${failed}; whether the upload arrived ${ask}`]],
  ['its answer is lost, and the build has it', 'a', ['well', 'well', 'lost'], ['the pipeline is in the build already']],
  [
    'its answer is lost, and the build cannot be asked',
    'a',
    ['well', 'well', 'lost', 'down'],
    [`${failed}; whether the upload arrived ${ask}`],
  ],
  [
    'the agent is ended',
    'a',
    ['well', 'well', 'ended after'],
    [`buildkite-agent was ended by SIGTERM; whether the upload arrived ${ask}`],
  ],
  [
    'the meta-data cannot be read',
    'a',
    ['down'],
    [
      "the build's meta-data could not be read; " +
        `this attempt has not uploaded the pipeline, whether an earlier one has ${ask}`,
    ],
  ],
  [
    'the meta-data cannot be written',
    'a',
    ['well', 'down'],
    ["the build's meta-data could not be written; nothing was uploaded"],
  ],
  [
    'the second part is refused',
    'a b c',
    ['well', 'well', 'well', 'well', 'well', 'refused'],
    ['part 3 of 3 is uploaded', `${refused}; part 3 of 3 is in the build: retry this job to upload the rest`],
  ],
  [
    'the fate of the first part is unknown',
    'a b c',
    Array.from({ length: 9 }, (_, call) => (call === 8 ? 'ended after' : 'well')),
    [
      'part 3 of 3 is uploaded',
      'part 2 of 3 is uploaded',
      'buildkite-agent was ended by SIGTERM; parts 2 to 3 of 3 are in the build, ' +
        `whether part 1 of 3 arrived ${ask}`,
    ],
  ],
])('what is said where %s', async (_, wanted, troubles, said) => {
  expect(await upload(emptyBuild(), wanted, first, { troubles })).toEqual(said)
})

test('a retry says what an earlier attempt has uploaded, and leaves it', async () => {
  const build = emptyBuild()
  await upload(build, 'a')
  expect([await upload(build, 'a', retry), labels(build)]).toEqual([['the pipeline is in the build already'], 'a'])
})

test('a key that the build had before proves nothing: the upload was refused', async () => {
  const build = emptyBuild()
  await upload(build, 'theirs', { ...first, place: 'elsewhere' }, { key: 'unit' })
  const said = await upload(build, 'ours', first, { key: 'unit' })
  expect(said.join('')).toMatch(/already been used by another step in this build; nothing was uploaded$/)
})

test('one job uploads different things, and the same twice; its retry finds each of them', async () => {
  const build = emptyBuild()
  for (const labels of ['a', 'b c', 'a']) await upload(build, labels)
  expect(labels(build)).toBe('a b c a')
  for (const labels of ['a', 'b c', 'a']) await upload(build, labels, retry)
  expect(labels(build)).toBe('a b c a')
  await upload(build, 'a', retry)
  expect(labels(build)).toBe('a a b c a')
})

test('jobs of a matrix upload each its own, though it is the same; and so do their retries', async () => {
  const build = emptyBuild()
  const cell = (value: string, job: string, isRetry: boolean): UploadIdentity => ({
    ...first,
    job,
    isRetry,
    variables: `aaaa${value}`,
  })
  await upload(build, 'a', cell('0001', 'j1', false))
  await upload(build, 'a', cell('0002', 'j2', false))
  expect(labels(build)).toBe('a a')
  // The third died before it could upload anything, which is no reason to take what the others have for its own.
  await upload(build, 'a', cell('0003', 'j4', true))
  await upload(build, 'b', cell('0004', 'j6', true))
  expect(labels(build)).toBe('b a a a')
  await upload(build, 'a', cell('0001', 'j5', true))
  expect(labels(build)).toBe('b a a a')
  expect(await upload(build, 'c', cell('0001', 'j7', true))).toEqual([other])
})

test('a retry that makes another pipeline goes no further, unless it replaces', async () => {
  const build = emptyBuild()
  await upload(build, 'a b')
  expect([await upload(build, 'c', retry), labels(build)]).toEqual([[other], 'a b'])
  expect([await upload(build, 'c', retry, { replace: true }), labels(build)]).toEqual([[], 'c'])
})

test.each<[Trouble, string]>([
  ['refused', 'b'],
  ['down', 'b'],
  ['lost', 'a'],
])(
  'an earlier attempt whose upload was %s keeps another from being uploaded only if it is there',
  async (trouble, left) => {
    const build = emptyBuild()
    await upload(build, 'a', first, { troubles: ['well', 'well', trouble, 'down'] })
    await upload(build, 'b', retry)
    expect(labels(build)).toBe(left)
  },
)
