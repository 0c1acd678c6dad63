import { exitCode } from '../../command-line.ts'
import type { World } from '../../world/world.ts'

/** A rendering that is kept, and the build that it is for. */
interface Kept {
  readonly name: string
  readonly context: readonly string[]
}

/** Addresses that are nobody's: what matters is that they differ. */
const ours = 'https://example.com/ours.git'
const fork = 'https://example.com/fork.git'

/**
 * The renderings that are uploaded where the pipeline cannot be made: one for a branch, which may deploy, and one for pull
 * requests. That is made as for a fork's, so that it is for those of the repository too, and has nothing that a fork has not.
 */
export function fallbacksFor(branch: string): readonly Kept[] {
  const ofFork = ['--env', `BUILDKITE_REPO=${ours}`, '--env', `BUILDKITE_PULL_REQUEST_REPO=${fork}`]
  return [
    { name: 'fallback-branch.yml', context: [`--branch=${branch}`] },
    { name: 'fallback-pull-request.yml', context: ['--branch', 'pull-request', '--pull-request', '1', ...ofFork] },
  ]
}

/** Keeps them beside the pipeline, by the kitewright that is installed there. Returns the exit code of what fails. */
export async function keepFallbacks(branch: string, shown: string, world: World): Promise<number> {
  for (const { name, context } of fallbacksFor(branch)) {
    const args = ['render', ...context, '--write', `${shown}/${name}`]
    const { status } = await world.run(`${shown}/node_modules/.bin/kitewright`, args, {
      env: world.env,
      log: world.stderr,
    })
    if (status !== 0) return status ?? exitCode.world
  }
  return exitCode.fine
}
