import type { Outside } from '../../world/world.ts'

/** One commit, whatever its name looks like. */
const revParse = ['rev-parse', '--verify', '--quiet', '--end-of-options']

/**
 * The environment from which the agent would fill in variables: `BUILDKITE_COMMIT` is what git makes of it; if git
 * fails, it stays (docs/spec/upload.md §2). A full id stays as it is, so git need not be asked.
 */
export async function resolveCommit(env: Outside['env'], world: Outside): Promise<Outside['env']> {
  const commit = env['BUILDKITE_COMMIT']
  if (commit === undefined || /^[0-9a-f]{40}$/.test(commit)) return env
  const { status, stdout } = await world.run('git', ['-C', world.cwd, ...revParse, commit])
  return status === 0 ? { ...env, BUILDKITE_COMMIT: stdout.trim() } : env
}
