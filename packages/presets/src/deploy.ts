import type { CommandStep } from '@kitewright/core'
import { type PartOptions, scriptStep } from './script-step.ts'

/** What `deploy` takes. */
export interface DeployOptions extends PartOptions {
  readonly service: string
  /** What the script is told: `test`, `prod`. */
  readonly environment: string
  /** What it is called in label and key: as the script is told unless given. */
  readonly title?: string | undefined
  /** The images that the stack is given: the one with the service's name unless told. */
  readonly images?: readonly string[] | undefined
}

/**
 * Brings the images of this build to an environment, by `deploy`. One deployment at a time for each environment, in the
 * order of the builds; it ends after 30 minutes, since CloudFormation itself may wait for hours. It is not tried again by
 * itself: after a lost agent nobody knows how far it came.
 *
 * @example
 * const staging = deploy({ service: 'payments', environment: 'staging', depends_on: image })
 */
export function deploy({ environment, title = environment, images, ...options }: DeployOptions): CommandStep {
  const { service } = options
  const isUsual = images === undefined || (images.length === 1 && images[0] === service)
  const defaults = {
    label: `:rocket: Deploy ${title}`,
    key: `deploy-${title}`,
    concurrency: 1,
    concurrency_group: `${service}/${environment}`,
    timeout_in_minutes: 30,
    ...(!isUsual && { env: { IMAGES: images.join(' ') || 'none' } }),
  }
  return scriptStep(`deploy ${environment}`, defaults, options)
}
