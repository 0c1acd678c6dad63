import { contextOf } from '../../context/command-context.ts'
import { type LookedAt, namesOf } from '../../context/usual-builds.ts'
import { compileFile } from '../../pipeline/compile-file.ts'
import type { FileOptions } from '../../pipeline/compiled-file.ts'
import { isProgram, isYamlFile } from '../../pipeline/is-yaml-file.ts'
import { raised } from '../../pipeline/raised.ts'
import { hasErrors, type LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { sortByPlace } from '../../report/sort-by-place.ts'
import type { World } from '../../world/world.ts'
import { oncePerProblem } from './once-per-problem.ts'
import { type AskedGlob, notingGlobs, unmatchedGlobs } from './unmatched-globs.ts'

/** What was found in a file, and what could not be asked. */
export interface CheckedFile {
  readonly diagnostics: readonly LocatedDiagnostic[]
  readonly failure?: string | undefined
}

/** What is asked beside the rules. */
export interface CheckFileOptions extends FileOptions {
  /** Whether the local agent is asked too. */
  readonly agent: boolean
}

/** Everything that is wrong with a file, in any of the builds it is looked at for. */
export async function checkFile(
  file: string,
  builds: readonly LookedAt[],
  { agent, ...options }: CheckFileOptions,
  world: World,
): Promise<CheckedFile> {
  // YAML is the same in all of them.
  const looked = isYamlFile(file) ? builds.slice(0, 1) : builds
  const found: { readonly build: LookedAt; readonly diagnostics: readonly LocatedDiagnostic[] }[] = []
  const asked: AskedGlob[] = []
  let failure: string | undefined
  for (const build of looked) {
    const context = notingGlobs(contextOf(build, world), asked)
    const { compilations, diagnostics } = await compileFile(file, context, world, options)
    const isSound = !hasErrors(diagnostics)
    const comparison =
      agent && isSound && failure === undefined
        ? await (await import('./compare-with-agent.ts')).compareWithAgent(compilations, build.env, world)
        : undefined
    failure ??= comparison?.failure
    found.push({ build, diagnostics: [...diagnostics, ...(comparison?.diagnostics ?? [])] })
  }
  const told = await withLook(
    oncePerProblem(found, (of) => namesOf(of, looked)),
    file,
    world,
  )
  const outdated = hasErrors(told) ? [] : await outdatedFor(file, world)
  const unmatched = await unmatchedGlobs(asked, world)
  return { diagnostics: raised([...told, ...unmatched, ...outdated], options.raise), failure }
}

async function outdatedFor(file: string, world: World): Promise<readonly LocatedDiagnostic[]> {
  const { outdatedRenderings } = await import('./outdated-renderings.ts')
  const { driftedScripts } = await import('./drifted-scripts.ts')
  return [...(await outdatedRenderings(file, world)), ...driftedScripts(file, world)]
}

/** What is found in the values of a program, and in its text. */
async function withLook(
  diagnostics: readonly LocatedDiagnostic[],
  file: string,
  world: World,
): Promise<readonly LocatedDiagnostic[]> {
  if (!isProgram(file)) return diagnostics
  const { lookAtSource } = await import('./look-at-source.ts')
  return sortByPlace([...diagnostics, ...lookAtSource(file, world)])
}
