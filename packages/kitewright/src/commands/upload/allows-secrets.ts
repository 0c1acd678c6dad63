import type { Invocation } from '../../command-line.ts'
import type { World } from '../../world/world.ts'
import { isSwitchedOn } from './is-switched-on.ts'

/** The flag, or the variable by which agents from version 4 on are told. */
export function allowsSecrets({ flags }: Invocation, { env }: World): boolean {
  return flags['allow-secrets'] === true || isSwitchedOn(env['BUILDKITE_AGENT_PIPELINE_UPLOAD_ALLOW_SECRETS'])
}
