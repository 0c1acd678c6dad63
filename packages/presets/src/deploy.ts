import type { BlockStep, CommandStep } from '@kitewright/core'
import { answersOf } from './approval.ts'
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
  /** The approval that it comes after: what it asked is recorded with the deployment. None unless told. */
  readonly approval?: BlockStep | undefined
}

/**
 * Brings the images of this build to an environment, by `deploy`. One deployment at a time for each environment, in the
 * order of the builds; it ends after 30 minutes, since CloudFormation itself may wait for hours. It is not tried again by
 * itself: after a lost agent nobody knows how far it came. What was deployed, when and by whose approval is recorded on the
 * stack.
 *
 * @example
 * const staging = deploy({ service: 'payments', environment: 'staging', depends_on: image })
 */
export function deploy({ environment, title = environment, images, approval, ...options }: DeployOptions): CommandStep {
  const { service } = options
  const isUsual = images === undefined || (images.length === 1 && images[0] === service)
  const answers = approval === undefined ? [] : answersOf(approval)
  const defaults = {
    label: `:rocket: Deploy ${title}`,
    key: `deploy-${title}`,
    concurrency: 1,
    concurrency_group: `${service}/${environment}`,
    timeout_in_minutes: 30,
    env: {
      ...(!isUsual && { IMAGES: images.join(' ') || 'none' }),
      ...(answers.length > 0 && { ANSWERS: answers.join(' ') }),
    },
  }
  return scriptStep(`deploy ${environment}`, defaults, options)
}
