import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Invocation, exitCode } from '../../command-line.ts'
import { version } from '../../version.ts'
import type { World } from '../../world/world.ts'
import { vendoredScripts } from '../../vendored/drift.ts'
import { hintsOf, hintsWithoutStack, starterFiles } from '../../vendored/starter-files.ts'
import type { ChosenStack } from './choose-stack.ts'
import { importYaml } from './import-yaml.ts'
import { isYes } from './is-yes.ts'
import { fallbacksFor, keepFallbacks } from './keep-fallbacks.ts'
import type { Preset } from './presets.ts'
import { serviceName } from './service-preset.ts'
import { scaffold } from './scaffold.ts'

/** What the pipeline starts as: a preset, for a service of a stack, or the YAML that is there. */
export type Start = Delivery | { readonly from: string }

/** A preset, and what is known of the stack of the service. */
type Delivery = Preset & { readonly stack: ChosenStack | undefined }

interface Planned {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly isProgram?: boolean
}

/** Sets a repository up, all of it or nothing. The flags are known to be right. */
export async function setUp({ flags }: Invocation, start: Start, world: World): Promise<number> {
  const folder = basename(world.cwd) === '.buildkite' ? world.cwd : join(world.cwd, '.buildkite')
  const shown = relative(world.cwd, folder) || '.'
  const begun = 'from' in start ? await importYaml(start.from, folder, world) : begin(start, folder, world)
  if (typeof begun === 'number') return begun
  const { kept, report, isDone, scripts, around, hints } = { ...nothing, ...begun }
  const branch = typeof flags['fallback'] === 'string' ? flags['fallback'] : undefined
  const texts = {
    ...scaffold({
      pipeline: begun.pipeline,
      kitewright: source(flags['kitewright'], folder, world),
      fallbacks: [
        ...(kept ? [kept.name] : []),
        ...(branch === undefined ? [] : fallbacksFor(branch).map(({ name }) => name)),
      ].map((name) => `.buildkite/${name}`),
    }),
    ...(kept && { [kept.name]: kept.text }),
    ...scripts,
  }
  const filesOf = (where: string, of: Readonly<Record<string, string>>): readonly Planned[] =>
    Object.entries(of).map(([name, text]) => {
      const path = join(where, name)
      return { name: relative(world.cwd, path), path, text, isProgram: Object.hasOwn(scripts, name) }
    })
  const files = [...filesOf(folder, texts), ...filesOf(dirname(folder), around)]
  const missing = files.filter(({ path, text }) =>
    isDone ? world.readText(path) === undefined : world.readText(path) !== text,
  )
  const taken = missing.filter(({ path, text }) => !isReplaceable(world.readText(path), text, kept?.text))
  if (taken.length > 0 && !flags['force']) return refuse(taken, world)
  if (!(await agreed(missing, world))) {
    world.stderr.write('nothing was written\n')
    return exitCode.fine
  }

  for (const file of taken) keepBeside(file, world)
  for (const { path, text, isProgram } of missing) world.writeText(path, text, { isProgram })
  if (missing.length > 0) world.stderr.write(`wrote ${missing.map(({ name }) => name).join(', ')}\n`)
  for (const hint of hints) world.stderr.write(`${hint}\n`)
  if (kept && !isDone) world.stderr.write(`${join(shown, 'pipeline.ts')} is ${join(shown, kept.name)}: ${report}`)
  if (flags['no-install']) {
    const named = flags['kitewright'] === undefined ? ' PATH/kitewright.tgz' : ''
    world.stderr.write(`next: npm install --prefix ${shown}${named}, then ${bin(shown)} render; commit ${shown}\n`)
    for (const { name, context } of branch === undefined ? [] : fallbacksFor(branch))
      world.stderr.write(`then: ${bin(shown)} render ${context.join(' ')} --write ${join(shown, name)}\n`)
    return exitCode.fine
  }
  const installed = await install(folder, shown, world)
  return installed === exitCode.fine && branch !== undefined ? keepFallbacks(branch, shown, world) : installed
}

/** What a preset gives a repository. */
function begin({ pipeline, isDelivery, stack }: Delivery, folder: string, world: World): Begun {
  const repository = dirname(folder)
  return {
    pipeline: pipeline(serviceName(basename(repository))),
    scripts: isDelivery ? vendoredScripts() : {},
    ...surroundings(stack, repository, world),
  }
}

function surroundings(
  stack: ChosenStack | undefined,
  repository: string,
  world: World,
): Pick<Begun, 'around' | 'hints'> {
  if (stack === 'none') return { around: {}, hints: [] }
  if (stack === undefined) return { around: {}, hints: hintsWithoutStack(repository, world) }
  const around = starterFiles(stack, repository, world)
  return { around, hints: hintsOf(stack, Object.keys(around)) }
}

interface Begun {
  readonly pipeline: string
  readonly scripts: Readonly<Record<string, string>>
  /** What surrounds the service, by its paths in the repository. */
  readonly around: Readonly<Record<string, string>>
  readonly hints: readonly string[]
}

const nothing = { kept: undefined, report: '', isDone: false, scripts: {}, around: {}, hints: [] }

/** Whether nothing is lost where a text takes the place of another: there is none, or it is kept in a file of its own. */
function isReplaceable(there: string | undefined, text: string, kept: string | undefined): boolean {
  return there === undefined || there === text || there === kept
}

/** Keeps what `--force` writes over, under a name that is free. */
function keepBeside({ name, path }: Planned, world: World): void {
  const text = world.readText(path)
  if (text === undefined) return
  let ending = '.before'
  for (let number = 2; ![undefined, text].includes(world.readText(path + ending)); number++)
    ending = `.before-${number}`
  world.writeText(path + ending, text)
  world.stderr.write(`kept ${name} as ${name}${ending}\n`)
}

/** A version of the registry, unless a tarball is named: npm wants its path relative to the package.json. */
function source(spec: Invocation['flags'][string], folder: string, world: World): string {
  if (typeof spec !== 'string') return version
  const path = resolve(world.cwd, spec)
  return world.readText(path) === undefined ? spec : `file:${relative(folder, path).replaceAll('\\', '/')}`
}

function refuse(taken: readonly { readonly name: string }[], world: World): number {
  const names = taken.map(({ name }) => name)
  const yaml = names.find((name) => name.endsWith('pipeline.yml'))
  world.stderr.write(
    `kitewright init: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} there already; nothing was written\n` +
      (yaml === undefined ? '' : `--from ${yaml} begins with it: imported, and kept as the fallback\n`) +
      `--force writes over ${names.length === 1 ? 'it, and keeps the old text' : 'them, and keeps the old texts'} beside\n`,
  )
  return exitCode.usage
}

/** At a terminal the files are named before they are written. */
async function agreed(files: readonly { readonly name: string }[], world: World): Promise<boolean> {
  if (world.ask === undefined || files.length === 0) return true
  const answer = await world.ask(`write ${files.map(({ name }) => name).join(', ')}? [Y/n] `)
  return isYes(answer)
}

/** The command that was installed, which no `npx` looks for in a registry. */
function bin(shown: string): string {
  return `${shown}/node_modules/.bin/kitewright`
}

async function install(folder: string, shown: string, world: World): Promise<number> {
  world.stderr.write(`installing with npm in ${shown} …\n`)
  const { status } = await world.run(
    'npm',
    ['install', '--ignore-scripts', '--prefix', folder, '--no-audit', '--no-fund'],
    {
      env: world.env,
      log: world.stderr,
      takesSignals: true,
    },
  )
  if (status === 0) {
    world.stderr.write(`done: ${bin(shown)} render prints the pipeline; commit ${shown}\n`)
    return exitCode.fine
  }
  world.stderr.write(
    status === undefined
      ? `kitewright init: npm could not be started; the files are written: run the same command again where npm is, or "npm install --prefix ${shown}"\n`
      : `kitewright init: npm failed; the files are written: once that is put right, run the same command again, or "npm install --prefix ${shown}"\n`,
  )
  return exitCode.world
}
