import type { CommandStep } from '@kitewright/core'
import { type PartOptions, scriptStep } from './script-step.ts'

/** Another system that is told of a deployment. */
export type MarkerSystem = 'new-relic' | 'sentry' | 'splunk' | 'pagerduty'

/** What `deployMarker` takes. */
export interface DeployMarkerOptions extends PartOptions {
  readonly service: string
  /** What the script is told: `test`, `prod`. */
  readonly environment: string
  /** What it is called in label and key: as the script is told unless given. */
  readonly title?: string | undefined
  /** Who is told. What each needs of the environment: `deploy-marker --help`. */
  readonly systems: readonly MarkerSystem[]
  /** Whether a roll-back is told of, not the deployment; nothing is told if there was none. False unless told. */
  readonly rollBack?: boolean | undefined
}

/**
 * Marks a deployment in other systems, by `deploy-marker`: change tracking of New Relic, releases of Sentry, an event in
 * Splunk, a change event of PagerDuty. It says when, which commit and who approved it; where nothing was changed, it marks
 * nothing. A mark that fails is said, and fails softly: the deployment stands.
 *
 * Tokens are read from the environment; `secrets` names those that Buildkite keeps. PagerDuty is told by Buildkite itself
 * with `notify: [{ pagerduty_change_event: '…' }]`, when a build ends and not when it deploys.
 *
 * @see https://buildkite.com/docs/pipelines/security/secrets/buildkite-secrets
 * @example
 * deployMarker({ service: 'payments', environment: 'prod', systems: ['sentry'], secrets: ['SENTRY_AUTH_TOKEN'] })
 */
export function deployMarker(options: DeployMarkerOptions): CommandStep {
  const { environment, title = environment, systems, rollBack = false, ...others } = options
  const defaults = {
    label: `:round_pushpin: Mark ${rollBack ? `roll-back of ${title}` : title}`,
    key: `mark-${rollBack ? 'roll-back-' : ''}${title}`,
    timeout_in_minutes: 10,
    soft_fail: true,
  }
  return scriptStep(
    `deploy-marker ${environment}${rollBack ? ' --roll-back' : ''} ${systems.join(' ')}`,
    defaults,
    others,
  )
}
