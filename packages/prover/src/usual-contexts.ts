import { type BuildContext, givenContext, type GivenContext } from '@kitewright/core'
import type { ProofContext } from './gate-question.ts'
import type { Known } from './reads.ts'

/** A kind of build that a pipeline is rendered for, and what is known of all builds of that kind. */
export interface UsualContext extends ProofContext {
  readonly context: BuildContext
}

const noPull: readonly (readonly [string, Known])[] = [
  'build.pull_request.id',
  'build.pull_request.base_branch',
  'build.pull_request.draft',
  'build.pull_request.labels',
  'build.pull_request.repository',
  'build.pull_request.repository.fork',
].map((read) => [read, { value: null }])
const noTag = ['build.tag', { value: null }] as const
const aPull = ['build.pull_request.id', { isNot: [null] }] as const
const isFork = (value: boolean) => ['build.pull_request.repository.fork', { value }] as const
const pull = { id: '1', base_branch: 'main', draft: false, labels: [] }
const own = 'https://example.com/team/service.git'

interface Kind {
  readonly name: string
  readonly given: GivenContext
  readonly known: readonly (readonly [string, Known])[]
}

const kinds: readonly Kind[] = [
  {
    name: 'a pull request',
    given: { build: { branch: 'feature/x', pull_request: { ...pull, repository: own, fork: false } } },
    known: [aPull, noTag, isFork(false)],
  },
  {
    name: 'a pull request from a fork',
    given: {
      build: {
        branch: 'main',
        pull_request: { ...pull, repository: 'https://example.com/else/service.git', fork: true },
      },
    },
    known: [aPull, noTag, isFork(true)],
  },
  { name: 'the default branch', given: {}, known: [['build.branch', { value: 'main' }], ...noPull, noTag] },
  {
    name: 'another branch',
    given: { build: { branch: 'feature/x' } },
    known: [['build.branch', { isNot: ['main'] }], ...noPull, noTag],
  },
  {
    name: 'a tag',
    given: { build: { branch: 'v1.0.0', tag: 'v1.0.0' } },
    known: [['build.tag', { isNot: [null] }], ...noPull],
  },
]

/** The builds that pipelines make a difference between, each where everything and where nothing has changed. */
export const usualContexts: readonly UsualContext[] = kinds.flatMap(({ name, given, known }) =>
  [false, true].map((isUnchanged) => ({
    name: isUnchanged ? `${name}, nothing changed` : name,
    known: new Map(known),
    ...(isUnchanged && { changedFiles: [] }),
    context: givenContext({
      pipeline: { repository: own },
      ...given,
      ...(isUnchanged && { changedFiles: [] }),
    }),
  })),
)
