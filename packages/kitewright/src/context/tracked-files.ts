import type { World } from '../world/world.ts'

/** The files that git knows in the repository, by their paths from its root, a submodule as its path with a `/`. Returns undefined if git does not answer. */
export function trackedFiles(world: World): readonly string[] | undefined {
  const { status, stdout } = world.runSync('git', ['-C', world.cwd, 'ls-files', '-z', '--stage', '--full-name', ':/'])
  if (status !== 0) return undefined
  return stdout.split('\0').flatMap((entry) => {
    const [, mode, path] = /^(\d+) \S+ \d\t([^]*)$/.exec(entry) ?? []
    if (path === undefined) return []
    return mode === '160000' ? [path, `${path}/`] : [path]
  })
}
