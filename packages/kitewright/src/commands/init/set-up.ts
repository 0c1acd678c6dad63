import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Invocation, exitCode } from '../../command-line.ts'
import { vendoredScripts } from '../../vendored/drift.ts'
import { version } from '../../version.ts'
import type { World } from '../../world/world.ts'
import type { Preset } from './presets.ts'
import { scaffold } from './scaffold.ts'
import { serviceName } from './service-preset.ts'

/** Sets a repository up, all of it or nothing. The flags are known to be right. */
export async function setUp({ flags }: Invocation, preset: Preset, world: World): Promise<number> {
  const folder = basename(world.cwd) === '.buildkite' ? world.cwd : join(world.cwd, '.buildkite')
  const shown = relative(world.cwd, folder) || '.'
  const { pipeline, hasScripts } = preset
  const texts = scaffold({
    pipeline: pipeline(serviceName(basename(dirname(folder)))),
    kitewright: source(flags['from'], folder, world),
  })
  const scripts = hasScripts ? vendoredScripts() : {}
  const files = Object.entries({ ...texts, ...scripts }).map(([name, text]) => ({
    name: join(shown, name),
    path: join(folder, name),
    text,
    isProgram: Object.hasOwn(scripts, name),
  }))

  const taken = files.filter(({ path, text }) => ![undefined, text].includes(world.readText(path)))
  if (taken.length > 0 && !flags['force']) return refuse(taken, shown, world)
  const missing = files.filter(({ path, text }) => world.readText(path) !== text)
  if (!(await agreed(missing, world))) {
    world.stderr.write('nothing was written\n')
    return exitCode.fine
  }

  for (const { path, text, isProgram } of missing) world.writeText(path, text, { isProgram })
  if (missing.length > 0) world.stderr.write(`wrote ${missing.map(({ name }) => name).join(', ')}\n`)
  if (flags['no-install']) {
    world.stderr.write(`next: npm install --prefix ${shown}, then npx kitewright render; commit ${shown}\n`)
    return exitCode.fine
  }
  return install(folder, shown, world)
}

/** A version of the registry, unless a tarball is named: npm wants its path relative to the package.json. */
function source(from: Invocation['flags'][string], folder: string, world: World): string {
  if (typeof from !== 'string') return version
  const path = resolve(world.cwd, from)
  return world.readText(path) === undefined ? from : `file:${relative(folder, path).replaceAll('\\', '/')}`
}

function refuse(taken: readonly { readonly name: string }[], shown: string, world: World): number {
  const names = taken.map(({ name }) => name)
  const yaml = names.find((name) => name.endsWith('pipeline.yml'))
  world.stderr.write(
    `kitewright init: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} there already; nothing was written\n` +
      (yaml === undefined ? '' : `move ${yaml} away first: git mv ${yaml} ${join(shown, 'pipeline.old.yml')}\n`) +
      '--force overwrites\n',
  )
  return exitCode.usage
}

/** At a terminal the files are named before they are written. */
async function agreed(files: readonly { readonly name: string }[], world: World): Promise<boolean> {
  if (world.ask === undefined || files.length === 0) return true
  const answer = await world.ask(`write ${files.map(({ name }) => name).join(', ')}? [Y/n] `)
  return answer !== undefined && /^(y|yes|)$/i.test(answer)
}

async function install(folder: string, shown: string, world: World): Promise<number> {
  world.stderr.write(`installing with npm in ${shown} …\n`)
  const { status } = await world.run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund'], {
    env: world.env,
    log: world.stderr,
    takesSignals: true,
  })
  if (status === 0) {
    world.stderr.write(`done: npx kitewright render prints the pipeline; commit ${shown}\n`)
    return exitCode.fine
  }
  world.stderr.write(
    status === undefined
      ? `kitewright init: npm could not be started; the files are written: run "npm install --prefix ${shown}" where npm is\n`
      : `kitewright init: npm failed; the files are written: run "npm install --prefix ${shown}" once its fault is mended\n`,
  )
  return exitCode.world
}
