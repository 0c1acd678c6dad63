import { matchGlob } from '../agent/glob/match-glob.ts'
import type { Build, BuildContext, Person, PullRequest } from '../model/build-context.ts'
import { isFork } from './is-fork.ts'
import { trust } from './is-trusted.ts'

/** What a build context is made of: the environment, and the changed files where they are known. */
export interface ContextFacts {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Read when the author first asks: finding them may cost several git commands. */
  readonly changedFiles: () => readonly string[] | undefined
}

/**
 * The typed reading of the `BUILDKITE_*` environment (docs/spec/environment.md §1): empty counts as absent, the word
 * `false` as "no pull request", lists are split at the character Buildkite joins them with.
 */
export function readBuildContext({ env, changedFiles }: ContextFacts): BuildContext {
  const read = (name: string): string | undefined => env[`BUILDKITE_${name}`] || undefined
  let files: readonly string[] | undefined | null = null
  const known = (): readonly string[] | undefined => (files === null ? (files = changedFiles()) : files)
  const build = readBuild(read)
  const pipeline = {
    id: read('PIPELINE_ID'),
    slug: read('PIPELINE_SLUG'),
    name: read('PIPELINE_NAME'),
    default_branch: read('PIPELINE_DEFAULT_BRANCH'),
    repository: read('REPO'),
  }
  return {
    build: { ...build, isTrusted: trust(build, pipeline) },
    pipeline,
    organization: { id: read('ORGANIZATION_ID'), slug: read('ORGANIZATION_SLUG') },
    env,
    get changedFiles() {
      return known()
    },
    affects: (...globs) => isAffected(known(), globs),
  }
}

/** Whether any of the changed files matches any of the globs; true where the files are not known, or a glob is none. */
export function isAffected(changed: readonly string[] | undefined, globs: readonly string[]): boolean {
  return changed === undefined || changed.some((file) => globs.some((glob) => matchGlob(glob, file) ?? true))
}

type Read = (name: string) => string | undefined

function readBuild(read: Read): Omit<Build, 'isTrusted'> {
  return {
    id: read('BUILD_ID'),
    number: readNumber(read('BUILD_NUMBER')),
    branch: read('BRANCH') ?? '',
    commit: read('COMMIT') ?? 'HEAD',
    message: read('MESSAGE'),
    tag: read('TAG'),
    source: read('SOURCE'),
    pull_request: readPullRequest(read),
    creator: readPerson(read, 'BUILD_CREATOR'),
    author: readPerson(read, 'BUILD_AUTHOR'),
    merge_queue: readMergeQueue(read),
    triggered_from: readParent(read),
  }
}

function readPullRequest(read: Read): PullRequest | undefined {
  const id = read('PULL_REQUEST')
  if (id === undefined || id === 'false') return undefined
  return {
    id,
    base_branch: read('PULL_REQUEST_BASE_BRANCH'),
    draft: read('PULL_REQUEST_DRAFT') === 'true',
    labels: readList(read('PULL_REQUEST_LABELS'), ','),
    repository: read('PULL_REQUEST_REPO'),
    fork: isFork(read('REPO'), read('PULL_REQUEST_REPO')),
  }
}

function readPerson(read: Read, prefix: string): Person {
  return { name: read(prefix), email: read(`${prefix}_EMAIL`), teams: readList(read(`${prefix}_TEAMS`), ':') }
}

function readMergeQueue(read: Read): Build['merge_queue'] {
  const base_branch = read('MERGE_QUEUE_BASE_BRANCH')
  const base_commit = read('MERGE_QUEUE_BASE_COMMIT')
  return base_branch === undefined && base_commit === undefined ? undefined : { base_branch, base_commit }
}

function readParent(read: Read): Build['triggered_from'] {
  const id = read('TRIGGERED_FROM_BUILD_ID')
  if (id === undefined) return undefined
  const number = readNumber(read('TRIGGERED_FROM_BUILD_NUMBER'))
  return { id, number, pipeline_slug: read('TRIGGERED_FROM_BUILD_PIPELINE_SLUG') }
}

function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}

function readList(text: string | undefined, separator: string): readonly string[] {
  return text === undefined ? [] : text.split(separator).filter((item) => item !== '')
}
