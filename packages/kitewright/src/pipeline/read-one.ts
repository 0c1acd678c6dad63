import { resolve } from 'node:path'
import type { ParsedPipeline } from '@kitewright/core/parse'
import { compileYaml } from './compile-yaml.ts'
import { notUtf8, readYaml } from './read-yaml.ts'
import { printDiagnostics } from '../report/print-diagnostics.ts'
import { shownPath } from '../report/text-report.ts'
import { inOneLine } from '../secrets/in-lines.ts'
import type { World } from '../world/world.ts'

/** The pipeline of a file and whether it has errors; or none, because there is no such file or because of what is in it. */
export type ReadOne =
  { readonly pipeline: ParsedPipeline; readonly hasErrors: boolean } | { readonly isMissing: boolean }

/** Reads the one pipeline of a file of YAML or JSON, to be imported, and tells what `check` finds in it. */
export async function readOne(named: string, world: World): Promise<ReadOne> {
  const file = resolve(world.cwd, named)
  const text = world.readText(file)
  if (text === undefined) {
    world.stderr.write(`kitewright import: there is no file ${inOneLine(shownPath(file, world.cwd), world)}\n`)
    return { isMissing: true }
  }
  const { pipelines } = world.isUtf8(file) ? readYaml(text, file) : notUtf8(text, file)
  const { diagnostics } = world.isUtf8(file) ? await compileYaml(text, file, {}) : notUtf8(text, file)
  const [pipeline, ...others] = pipelines
  const hasErrors = await printDiagnostics(diagnostics, world)
  if (pipeline === undefined) return { isMissing: false }
  if (others.length > 0) {
    world.stderr.write(
      `kitewright import: ${inOneLine(named, world)} holds ${pipelines.length} documents, which the agent uploads one ` +
        'after the other; split it into a file for each\n',
    )
    return { isMissing: false }
  }
  return { pipeline, hasErrors }
}
