import { resolve } from 'node:path'
import type { Command, Invocation } from '../../command-line.ts'
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
    'no-install': { type: 'boolean', summary: 'write the files without calling npm' },
    force: { type: 'boolean', summary: 'overwrite files that are there' },
    update: {
      type: 'boolean',
      summary: 'bring the scripts of an earlier init up to date; what was changed in them stays',
    },
    from: { type: 'string', value: 'SPEC', summary: 'install kitewright from a tarball or another npm source' },
  },
  examples: [
    { line: 'npx --yes kitewright init', says: 'set this repository up, whatever its language' },
    { line: 'kitewright init --no-install', says: 'write the files only' },
  ],
  async run(invocation, world) {
    if (invocation.flags['update']) {
      const { updateScripts } = await import('../init/update-scripts.ts')
      return updateScripts(invocation.flags['force'] === true, world)
    }
    const name = await choosePreset(invocation, world)
    const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
    if (preset === undefined) {
      return usageProblem(init, `--preset wants ${names.join(' or ')}, not "${name}"`, world)
    }
    const { from } = invocation.flags
    if (typeof from === 'string' && isPath(from) && world.readText(resolve(world.cwd, from)) === undefined)
      return usageProblem(init, `--from: there is no file ${from}`, world)
    const { setUp } = await import('../init/set-up.ts')
    return setUp(invocation, preset, world)
  },
}

/** Whether npm would look for a file, and not in its registry. */
function isPath(from: string): boolean {
  return /^[./]|\.t(?:ar\.)?gz$/.test(from) && !/^\w+:/.test(from)
}

/** The one named, otherwise the one chosen at the terminal, otherwise the first. */
async function choosePreset({ flags }: Invocation, world: World): Promise<string> {
  const usual = names[0] ?? ''
  if (typeof flags['preset'] === 'string') return flags['preset']
  if (world.ask === undefined || names.length < 2) return usual
  const choices = names.map((name) => `  ${name}: ${presets[name]?.summary ?? ''}\n`).join('')
  return (await world.ask(`presets:\n${choices}start with which? [${usual}] `)) || usual
}
