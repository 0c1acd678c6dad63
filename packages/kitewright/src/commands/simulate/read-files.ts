import { resolve } from 'node:path'
import type { Invocation } from '../../command-line.ts'
import type { FileScenario } from '../../simulation/scenario-schema.ts'
import type { World } from '../../world/world.ts'
import type { NamedScenario } from './usual-scenarios.ts'

/** What the files of `--scenario` and `--scenarios` say, or what is wrong with one of them. */
export interface ReadFiles {
  readonly one?: FileScenario | undefined
  readonly several?: readonly NamedScenario[] | undefined
  readonly problem?: string | undefined
}

/** Reads the files of scenarios; what checks them is loaded only where there are any. */
export async function readFiles({ flags }: Invocation, world: World): Promise<ReadFiles> {
  const { scenario: one, scenarios: several } = flags
  if (one === undefined && several === undefined) return {}
  const name = one === undefined ? '--scenarios' : '--scenario'
  if (one !== undefined && several !== undefined) return { problem: '--scenario and --scenarios exclude each other' }
  const path = String(one ?? several)
  const text = world.readText(resolve(world.cwd, path))
  if (text === undefined) return { problem: `${name}: there is no file ${path}` }
  const { readScenario, readScenarios } = await import('../../simulation/scenario-schema.ts')
  if (one !== undefined) {
    const read = readScenario(text)
    return 'problem' in read ? { problem: `${name}: ${path}: ${read.problem}` } : { one: read.value }
  }
  const read = readScenarios(text)
  if ('problem' in read) return { problem: `${name}: ${path}: ${read.problem}` }
  return { several: Object.entries(read.value).map(([title, scenario]) => ({ name: title, scenario })) }
}
