import type { ApprovalOptions } from './approval.ts'
import type { DeployOptions } from './deploy.ts'
import type { DeployMarkerOptions, MarkerSystem } from './deploy-marker.ts'
import type { ReleaseNotesOptions } from './release-notes.ts'
import type { SmokeTestOptions } from './smoke-test.ts'

/** What a part of an environment takes: the environment tells it the rest. */
type PartOf<Options> = Omit<Options, 'service' | 'environment' | 'title' | 'rollBack'>

/** Where a service is deployed; beside these, any attribute of the step that deploys, which wins. */
export interface Environment extends Omit<DeployOptions, 'service' | 'environment' | 'approval'> {
  /** What the script `deploy` is told, and the end of the stack's name: `prod`. */
  readonly name: string
  /** What it is called in labels and keys: `production` for `prod`, otherwise the name. */
  readonly title?: string | undefined
  /**
   * A person's consent before it. Asked unless told for every environment but the first: each is nearer to customers than
   * the one before.
   */
  readonly approval?: boolean | Omit<ApprovalOptions, 'title'> | undefined
  /**
   * Tells on the build's page, before the click, what would come: stories, pull requests and commits. Not told unless asked
   * for: it reads what the environment has, with the access of its agents.
   */
  readonly releaseNotes?: boolean | PartOf<ReleaseNotesOptions> | undefined
  /** What it is deployed by: a push to a branch of delivery, or a tag. `branch` unless told. */
  readonly on?: 'branch' | 'tag' | undefined
  /** A command that tries what was deployed; if it fails, what was there before is brought back. None unless told. */
  readonly smokeTest?: string | Omit<SmokeTestOptions, 'title'> | undefined
  /** Systems that are told of each deployment and roll-back: `['sentry']`. None unless told: each wants a token. */
  readonly markers?: readonly MarkerSystem[] | PartOf<DeployMarkerOptions> | undefined
}

/** The environment that comes after a click unless told otherwise, and the one before it. */
export const usualEnvironments: readonly Environment[] = [{ name: 'test' }, { name: 'prod' }]

/** What an environment is called. */
export function titleOf({ name, title = name === 'prod' ? 'production' : name }: Environment): string {
  return title
}
