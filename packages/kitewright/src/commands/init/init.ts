import { resolve } from 'node:path'
import type { Command, Invocation } from '../../command-line.ts'
import { chooseStack, stackNames } from '../init/choose-stack.ts'
import { isYes } from '../init/is-yes.ts'
import { presets } from '../init/presets.ts'
import { usageProblem } from '../../usage-problem.ts'
import type { World } from '../../world/world.ts'

const names = Object.keys(presets)

/** Sets a repository up. */
export const init: Command = {
  name: 'init',
  summary: 'Sets a repository up: .buildkite/ with a pipeline in TypeScript and kitewright pinned.',
  usage: 'kitewright init [options]',
  positionals: 0,
  options: {
    preset: { type: 'string', value: names.join('|'), summary: `what the pipeline starts as; ${names[0]} unless told` },
    stack: {
      type: 'string',
      value: stackNames.join('|'),
      summary: 'the Dockerfile, Compose file and template to begin with; as the repository is unless told',
    },
    'no-install': { type: 'boolean', summary: 'write the files without calling npm' },
    from: {
      type: 'string',
      value: 'FILE.yml',
      summary: 'begin with this pipeline, imported; it stays as the fallback',
    },
    fallback: {
      type: 'string',
      value: 'BRANCH',
      summary: 'keep a rendering for this branch and one for pull requests, uploaded where the pipeline cannot be made',
    },
    update: {
      type: 'boolean',
      summary: 'bring the scripts of an earlier init up to date; what was changed in them stays',
    },
    force: { type: 'boolean', summary: 'write over files that are there, and keep each beside as FILE.before' },
    kitewright: { type: 'string', value: 'SPEC', summary: 'install kitewright from a tarball or another npm source' },
  },
  examples: [
    { line: 'kitewright init --kitewright PATH/kitewright.tgz', says: 'set this repository up, whatever its language' },
    {
      line: 'kitewright init --from .buildkite/pipeline.yml --kitewright PATH/kitewright.tgz',
      says: 'begin with the YAML that is there',
    },
    {
      line: 'kitewright init --fallback main --kitewright PATH/kitewright.tgz',
      says: 'with what is uploaded where the pipeline cannot be made',
    },
    { line: 'kitewright init --no-install', says: 'write the files only' },
  ],
  async run(invocation, world) {
    if (invocation.flags['update']) {
      const { updateScripts } = await import('../init/update-scripts.ts')
      return updateScripts(invocation.flags['force'] === true, world)
    }
    const { kitewright } = invocation.flags
    if (
      typeof kitewright === 'string' &&
      isPath(kitewright) &&
      world.readText(resolve(world.cwd, kitewright)) === undefined
    )
      return usageProblem(init, `--kitewright: there is no file ${kitewright}`, world)
    if (kitewright === undefined && !invocation.flags['no-install']) return usageProblem(init, unnamed, world)
    const { fallback } = invocation.flags
    if (fallback !== undefined && !isBranch(String(fallback)))
      return usageProblem(init, `--fallback wants the name of a branch, not "${String(fallback)}"`, world)
    const from = await chooseYaml(invocation, world)
    const { setUp } = await import('../init/set-up.ts')
    if (from !== undefined) return setUp(invocation, { from }, world)
    const name = await choosePreset(invocation, world)
    const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
    if (preset === undefined) return usageProblem(init, `--preset wants ${names.join(' or ')}, not "${name}"`, world)
    const stack = await chooseStack(invocation, preset, world)
    if (stack === 'unknown')
      return usageProblem(
        init,
        `--stack wants ${stackNames.join(', ')}, not "${String(invocation.flags['stack'])}"`,
        world,
      )
    return setUp(invocation, { ...preset, stack }, world)
  },
}

/** No registry has kitewright yet: a package of that name would be somebody else's. */
const unnamed =
  'name the package to install, which is on no registry yet: --kitewright PATH/kitewright.tgz; or --no-install'

/** The YAML to begin with: the one named, otherwise the one that is there, if the person at the terminal wants it. */
async function chooseYaml({ flags }: Invocation, world: World): Promise<string | undefined> {
  if (typeof flags['from'] === 'string') return flags['from']
  const found = usualYaml.find((path) => world.kindOf(resolve(world.cwd, path)) === 'file')
  if (world.ask === undefined || found === undefined || flags['preset'] !== undefined) return undefined
  const answer = await world.ask(`begin with ${found}, imported? It stays as the fallback. [Y/n] `)
  return isYes(answer) ? found : undefined
}

const usualYaml = ['.buildkite/pipeline.yml', '.buildkite/pipeline.yaml', 'buildkite.yml']

/** Whether a name can be a branch's, and is no option of a command. */
function isBranch(name: string): boolean {
  return /^[\w.][\w./-]*$/.test(name)
}

/** Whether npm would look for a file, and not in its registry. */
function isPath(spec: string): boolean {
  return /^[./]|\.t(?:ar\.)?gz$/.test(spec) && !/^\w+:/.test(spec)
}

/** The one named, otherwise the one chosen at the terminal, otherwise the first. */
async function choosePreset({ flags }: Invocation, world: World): Promise<string> {
  const usual = names[0] ?? ''
  if (typeof flags['preset'] === 'string') return flags['preset']
  if (world.ask === undefined || names.length < 2) return usual
  const choices = names.map((name) => `  ${name}: ${presets[name]?.summary ?? ''}\n`).join('')
  return (await world.ask(`presets:\n${choices}start with which? [${usual}] `)) || usual
}
