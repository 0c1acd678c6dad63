import type { CommandStep } from '@kitewright/core'
import { type PartOptions, scriptStep } from './script-step.ts'

/** What `releaseNotes` takes. */
export interface ReleaseNotesOptions extends PartOptions {
  readonly service: string
  /** What the script is told: `test`, `prod`. */
  readonly environment: string
  /** What it is called in label and key: as the script is told unless given. */
  readonly title?: string | undefined
  /** What commits call stories, as an extended regular expression: `PAY-[0-9]+`. No stories are told unless given. */
  readonly stories?: string | undefined
  /** What stands before a story in its address: `https://stories.example.com/browse/`. No links unless told. */
  readonly storyUrl?: string | undefined
  /** What stands before a pull request's number in its address: known of a repository on GitHub, otherwise no links. */
  readonly pullRequestUrl?: string | undefined
}

/**
 * Tells on the build's page what would come to an environment, by `release-notes.sh`: stories, pull requests and commits
 * since what is there now. It stands before an approval, so that whoever clicks has read it. If it fails, that is seen, and
 * the approval can be given all the same.
 *
 * @example
 * const notes = releaseNotes({ service: 'payments', environment: 'prod', stories: 'PAY-[0-9]+' })
 * const release = approval({ title: 'production', depends_on: notes })
 */
export function releaseNotes(options: ReleaseNotesOptions): CommandStep {
  const { environment, title = environment, stories, storyUrl, pullRequestUrl, ...others } = options
  const env = {
    ...(stories !== undefined && { STORY_PATTERN: stories }),
    ...(storyUrl !== undefined && { STORY_URL: storyUrl }),
    ...(pullRequestUrl !== undefined && { PULL_REQUEST_URL: pullRequestUrl }),
  }
  const defaults = {
    label: `:memo: Release notes ${title}`,
    key: `release-notes-${title}`,
    timeout_in_minutes: 5,
    soft_fail: true,
    env,
  }
  return scriptStep(`release-notes.sh ${environment}`, defaults, others)
}
