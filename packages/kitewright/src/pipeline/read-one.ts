import { resolve } from 'node:path'
import type { ParsedPipeline } from '@kitewright/core/parse'
import { compileYaml } from './compile-yaml.ts'
import { notThere } from './not-there.ts'
import { notUtf8, readYaml } from './read-yaml.ts'
import { printDiagnostics } from '../report/print-diagnostics.ts'
import { inOneLine } from '../secrets/in-lines.ts'
import type { World } from '../world/world.ts'

/** The pipeline of a file and whether it has errors. */
export interface ReadOne {
  readonly pipeline: ParsedPipeline
  readonly hasErrors: boolean
}

/** Reads the one pipeline of a file of YAML or JSON, to be imported, and tells what `check` finds in it. Undefined if there is none. */
export async function readOne(named: string, world: World): Promise<ReadOne | undefined> {
  const file = resolve(world.cwd, named)
  const text = world.readText(file)
  if (text === undefined) {
    await printDiagnostics([notThere(file, undefined)], world)
    return undefined
  }
  const { pipelines } = world.isUtf8(file) ? readYaml(text, file) : notUtf8(text, file)
  const { diagnostics } = world.isUtf8(file) ? await compileYaml(text, file, {}) : notUtf8(text, file)
  const [pipeline, ...others] = pipelines
  const hasErrors = await printDiagnostics(diagnostics, world)
  if (pipeline === undefined) return undefined
  if (others.length > 0) {
    world.stderr.write(
      `kitewright import: ${inOneLine(named, world)} holds ${pipelines.length} documents, which the agent uploads one ` +
        'after the other; split it into a file for each\n',
    )
    return undefined
  }
  return { pipeline, hasErrors }
}
