import { basename, join, relative } from 'node:path'
import { exitCode } from '../../command-line.ts'
import { type Drift, driftIn } from '../../vendored/drift.ts'
import { isOwnFile } from '../../pipeline/is-own-file.ts'
import { indented } from '../../text/visible.ts'
import type { World } from '../../world/world.ts'

/**
 * Brings the scripts of a repository up to date. One that was changed there stays, with the new one beside it and what
 * differs shown; if it is forced the new one takes its place, and what was there stays beside. One that a link leads out of
 * the repository to is somebody else's.
 */
export async function updateScripts(isForced: boolean, world: World): Promise<number> {
  const home = basename(world.cwd) === '.buildkite' ? world.cwd : join(world.cwd, '.buildkite')
  let code: number = exitCode.fine
  for (const drift of driftIn(join(home, 'scripts'), world)) {
    const shown = relative(world.cwd, drift.path)
    if (drift.state !== 'missing' && !isOwnFile(drift.path, world, home)) {
      const real = world.realPath(drift.path) ?? drift.path
      world.stderr.write(
        `${shown} is a link that leads out of the repository, to ${real}: it stays, and is not shown\n`,
      )
      code = exitCode.world
    } else if (drift.state === 'current') world.stderr.write(`${shown} is up to date\n`)
    else if (drift.state !== 'changed') write(drift, shown, world)
    else if (isForced) await replace(drift, shown, world)
    else await compare(drift, shown, world)
  }
  return code
}

function write({ path, text, state, version }: Drift, shown: string, world: World): void {
  world.writeText(path, text, { isProgram: true })
  world.stderr.write(state === 'missing' ? `wrote ${shown}\n` : `updated ${shown}, which was from ${version}\n`)
}

async function replace(drift: Drift, shown: string, world: World): Promise<void> {
  world.writeText(`${drift.path}.before`, world.readText(drift.path) ?? '')
  world.writeText(drift.path, drift.text, { isProgram: true })
  world.stderr.write(`updated ${shown}; yours, which was changed, is kept as ${shown}.before\n`)
}

const plainDiff = ['diff', '--no-index', '--no-color', '--no-ext-diff', '--no-textconv']

async function compare({ path, text }: Drift, shown: string, world: World): Promise<void> {
  const beside = `${path}.new`
  world.writeText(beside, text, { isProgram: true })
  world.stderr.write(`${shown} was changed here, and stays; the new one is ${shown}.new. From that to yours:\n`)
  const { stdout } = await world.run('git', [...plainDiff, '--', beside, path])
  const changes = stdout.slice(Math.max(0, stdout.indexOf('\n@@') + 1))
  world.stderr.write(`  ${indented(world.mask.hide(changes.trimEnd()), '  ')}\n\n`)
  world.stderr.write(`take over what is yours, and delete ${shown}.new; or: kitewright init --update --force\n`)
}
