import { dirname, join } from 'node:path'
import { readBuildContext } from '@kitewright/core'
import { compileFile } from '../pipeline/compile-file.ts'
import { emit } from '../pipeline/emit.ts'
import type { LocatedDiagnostic } from '../report/located.ts'
import type { World } from '../world.ts'
import { readWritten, type WrittenFile } from './written-file.ts'

/** Renderings beside a pipeline's file that differ from what it gives now, for the builds they were made for. */
export async function drifted(file: string, world: World): Promise<readonly LocatedDiagnostic[]> {
  const outdated: LocatedDiagnostic[] = []
  for (const name of world.listFiles(dirname(file)).filter((found) => /\.ya?ml$/.test(found))) {
    const path = join(dirname(file), name)
    const written = readWritten(world.readText(path) ?? '')
    if (written && (await render(file, written)) !== written.yaml) outdated.push(diagnostic(path, name))
  }
  return outdated
}

async function render(file: string, { context: { env, changedFiles } }: WrittenFile): Promise<string | undefined> {
  const { compilation } = await compileFile(file, readBuildContext({ env, changedFiles: () => changedFiles }))
  return compilation && emit(compilation.wire, 'yaml', {})
}

function diagnostic(path: string, name: string): LocatedDiagnostic {
  return {
    code: 'KW5090',
    severity: 'warning',
    message: `${name} is not what the pipeline gives now`,
    path: [],
    why: 'where the pipeline cannot be made, `upload --fallback` would upload something older',
    hint: `write it again: kitewright render --write ${name}, with the flags it was written with`,
    location: { file: path, line: 1, column: 1, length: 1 },
    related: [],
  }
}
