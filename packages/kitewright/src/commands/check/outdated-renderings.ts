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
  for (const { name, path, kept } of keptBeside(file, world)) {
    if ((await renderAgain(file, kept, world)) !== kept.yaml) outdated.push(diagnostic(path, name))
  }
  return outdated
}

interface Beside {
  readonly name: string
  readonly path: string
  readonly kept: KeptRendering
}

/** Each file of YAML that says it was rendered from this pipeline. */
function keptBeside(file: string, world: World): readonly Beside[] {
  const folder = dirname(file)
  const names = world.listFiles(folder).filter((name) => /\.ya?ml$/.test(name))
  return names.flatMap((name) => {
    const path = join(folder, name)
    const kept = readKeptRendering(textOf(path, world))
    if (kept === undefined) return []
    return world.realPath(resolve(folder, kept.pipeline)) === world.realPath(file) ? [{ name, path, kept }] : []
  })
}

/** `''` where it is no file, or one of others that cannot be read: none of it was written for this pipeline. */
function textOf(path: string, { kindOf, readText }: World): string {
  try {
    return kindOf(path) === 'file' ? (readText(path) ?? '') : ''
  } catch {
    return ''
  }
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
