import { type UsualContext, usualContexts } from '@kitewright/prover'
import type { Config } from '../../config/config.ts'
import { contextOf } from '../../context/command-context.ts'
import { configuredBuilds } from '../../context/usual-builds.ts'
import { namedContext } from '../../proof/named-context.ts'
import type { World } from '../../world/world.ts'

/** The builds that a file's gates are proved for: the usual ones, and those that its configuration names. */
export function contextsFor({ contexts = [] }: Pick<Config, 'contexts'>, world: World): readonly UsualContext[] {
  const named = configuredBuilds(contexts, {}).map((build, index) => {
    const { branch, tag, message, pull_request: pull, env, changed } = contexts[index] ?? {}
    return namedContext(build.build, contextOf(build, world), {
      ...{ branch: branch ?? tag, tag, message, env, changedFiles: changed },
      pull: pull === undefined ? undefined : String(pull),
    })
  })
  return [...usualContexts, ...named]
}
