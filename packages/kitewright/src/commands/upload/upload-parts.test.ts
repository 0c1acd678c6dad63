import { expect, test } from 'vitest'
import { emptyBuild, type Trouble } from './build-model.ts'
import { first, labels, retry, upload } from './upload-labels.ts'

const refused =
  'buildkite-agent refused the pipeline: failed to upload and accept pipeline: POST http://x/pipelines: 422 Unprocessable Entity: not today'
const failed =
  'buildkite-agent failed: failed to upload and accept pipeline: POST http://x/pipelines: 500 Internal Server Error: boom'
const ask = 'is not known: retry this job, which asks the build first'
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
