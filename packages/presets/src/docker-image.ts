import type { CommandStep } from '@kitewright/core'
import { onAgentLoss, type PartOptions, scriptStep } from './script-step.ts'

/** What `dockerImage` takes. */
export interface DockerImageOptions extends PartOptions {
  readonly service: string
  /** The image's name where a service has several: the service's own unless told. */
  readonly imageName?: string | undefined
  /** Its Dockerfile, from the service's folder: `Dockerfile` unless told. */
  readonly dockerfile?: string | undefined
}

/**
 * Builds the image of this commit and pushes it, by `docker-tag.sh`. What it was pushed as, its digest, is kept with the
 * build, and all environments are given that: production gets the very image that was tested.
 *
 * @example
 * const worker = dockerImage({ service: 'payments', imageName: 'payments-worker', dockerfile: 'worker.Dockerfile' })
 */
export function dockerImage({ imageName, dockerfile, ...options }: DockerImageOptions): CommandStep {
  const isOwn = imageName === undefined || imageName === options.service
  const flags = `${isOwn ? '' : ` --image ${imageName}`}${dockerfile === undefined ? '' : ` --file ${dockerfile}`}`
  const defaults = {
    label: `:package: Image${isOwn ? '' : ` ${imageName}`}`,
    key: isOwn ? 'image' : `image-${imageName}`,
    timeout_in_minutes: 20,
    retry: onAgentLoss,
  }
  return scriptStep(`docker-tag.sh${flags}`, defaults, options)
}
