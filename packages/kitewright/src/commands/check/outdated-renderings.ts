import { dirname, join, resolve } from 'node:path'
import { readBuildContext } from '@kitewright/core'
import { compileFile } from '../../pipeline/compile-file.ts'
import { emit } from '../../pipeline/emit.ts'
import { type KeptRendering, readKeptRendering } from '../../pipeline/kept-rendering.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { World } from '../../world/world.ts'

/** Renderings of a pipeline, kept beside its file, that differ from what it gives now for the build they were made for. */
export async function outdatedRenderings(file: string, world: World): Promise<readonly LocatedDiagnostic[]> {
  const outdated: LocatedDiagnostic[] = []
  const folder = dirname(file)
  for (const name of world.listFiles(folder).filter((found) => /\.ya?ml$/.test(found))) {
    const path = join(folder, name)
    const kept = readKeptRendering(world.readText(path) ?? '')
    if (kept === undefined || resolve(folder, kept.pipeline) !== file) continue
    if ((await renderAgain(file, kept, world)) !== kept.yaml) outdated.push(diagnostic(path, name))
  }
  return outdated
}

/** Returns undefined if the file gives no pipeline for that build. */
async function renderAgain(file: string, kept: KeptRendering, world: World): Promise<string | undefined> {
  const { env, changedFiles } = kept.context
  const context = readBuildContext({ env, changedFiles: () => changedFiles })
  const { compilations } = await compileFile(file, context, world)
  return compilations.length === 0 ? undefined : emit(compilations, 'yaml', {})
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
