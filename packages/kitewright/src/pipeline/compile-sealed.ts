import { dirname } from 'node:path'
import type { BuildContext, WirePipeline } from '@kitewright/core'
import { sealedEnvironment } from '../context/sealed-environment.ts'
import { plainSources } from '../load/plain-sources.ts'
import { authorFrames } from '../locate/author-frames.ts'
import { placeAt } from '../locate/place-at.ts'
import { locateDiagnostics } from '../report/locate-diagnostics.ts'
import { hasErrors, type LocatedDiagnostic } from '../report/located-diagnostic.ts'
import { quoteLines } from '../secrets/quote-lines.ts'
import { isWithin } from '../world/is-within.ts'
import type { ApartResult, Files, Sealed } from '../world/world.ts'
import { apartDiagnostic } from './apart-diagnostic.ts'
import { compileYaml } from './compile-yaml.ts'
import type { CompiledFile, FileCompilation, FileOptions } from './compiled-file.ts'
import { defaultExportPlace } from './default-export-place.ts'
import { emit } from './emit.ts'
import { loadDiagnostic } from './load-diagnostic.ts'
import { readSealed, type SealedLine } from './sealed-answer.ts'
import type { SealedRequest } from './sealed-request.ts'
import { readWire } from './sealed-wire.ts'

/** The first second of the year 2000, where `SOURCE_DATE_EPOCH` says nothing else. */
const usualNow = Date.UTC(2000, 0, 1)

/**
 * Compiles an author's file in a process that can do nothing else (docs/security.md). What it hands over is a stranger's
 * text, as a generator of another language prints it: it is read as YAML is, and written anew.
 */
export async function compileSealed(
  { file, root }: { readonly file: string; readonly root: string | undefined },
  context: BuildContext,
  files: Files,
  { sealed, options }: { readonly sealed: Sealed; readonly options: FileOptions },
): Promise<CompiledFile> {
  const real = files.realPath(file) ?? file
  const folder = files.realPath(root ?? dirname(real)) ?? dirname(real)
  const { world, given } = sealed
  const { also, raise, allow, deploys, guards, isRendered } = options
  const request: SealedRequest = {
    file: real,
    folders: [folder],
    env: sealedEnvironment(context.env, given, world.env),
    options: { also, raise, allow, deploys, guards, isRendered },
    now: stoppedAt(world.env),
    sources: await plainSources(real, (path) => isWithin(path, folder), files),
  }
  const first = await run(request, folder, sealed)
  // What it does is the same each time, but for what it is given.
  const asks = first.lines.some(([kind]) => kind === 'asks')
  const changedFiles = asks ? (context.changedFiles ?? 'unknown') : undefined
  const answer = asks ? await run({ ...request, changedFiles }, folder, sealed) : first
  return readAnswer(answer, { file: real, folder }, context, { files, sealed })
}

interface Answer {
  readonly ended: ApartResult
  readonly lines: readonly SealedLine[]
}

async function run(request: SealedRequest, folder: string, { world, seconds }: Sealed): Promise<Answer> {
  const log = quoteLines(world.stderr, world.mask)
  const ended = await world.runSealed?.(
    { input: JSON.stringify(request), cwd: folder, env: request.env, readable: request.folders, log },
    seconds,
  )
  log.end()
  if (ended === undefined) throw new Error('this version of Node has no permissions')
  return { ended, lines: readSealed(ended.output) }
}

function stoppedAt({ SOURCE_DATE_EPOCH: told = '' }: Readonly<Record<string, string | undefined>>): number {
  return /^\d{1,11}$/.test(told) ? Number(told) * 1000 : usualNow
}

async function readAnswer(
  { ended, lines }: Answer,
  { file, folder }: { readonly file: string; readonly folder: string },
  context: BuildContext,
  { files, sealed }: { readonly files: Files; readonly sealed: Sealed },
): Promise<CompiledFile> {
  const isOurs = (place: { readonly file: string }): boolean => isWithin(place.file, folder)
  const tried = attempts(lines, { file, isOurs }, files)
  if (tried.length > 0) return { compilations: [], diagnostics: tried }
  const [, done] = lines.find((line) => line[0] === 'done') ?? []
  if (done === undefined) {
    const [, fault] = lines.find((line) => line[0] === 'fault') ?? []
    if (fault !== undefined) throw Object.assign(new Error(), fault)
    return { compilations: [], diagnostics: [apartDiagnostic(ended, file, sealed.seconds, files)] }
  }
  for (const name of done.read) void context.env[name]
  const diagnostics = done.diagnostics.map((found) => placedWithin(found, isOurs))
  if (hasErrors(diagnostics) || done.wire === undefined) return { compilations: [], diagnostics }
  return { compilations: await compilationOf(readWire(done.wire), file, files), diagnostics }
}

/** The graph is that of the YAML that would be written: no other comes with it. */
async function compilationOf(wire: WirePipeline, file: string, files: Files): Promise<readonly FileCompilation[]> {
  const { compilations } = await compileYaml(await emit([{ wire }], 'json', {}), file, { isRendered: true })
  const location = defaultExportPlace(file, files)
  return compilations.map(({ graph }) => ({
    graph,
    wire,
    diagnostics: [],
    // What is found later is told at the pipeline: the lines of that YAML are nobody's.
    locate: async (later) =>
      locateDiagnostics(
        later,
        () => location,
        () => [],
      ).map((found) => ({ ...found, related: [] })),
  }))
}

/** What was tried, each thing once at its line. */
function attempts(
  lines: readonly SealedLine[],
  { file, isOurs }: { readonly file: string; readonly isOurs: (place: { readonly file: string }) => boolean },
  files: Files,
): readonly LocatedDiagnostic[] {
  const told = new Map(
    lines.flatMap((line) => {
      if (line[0] !== 'attempt') return []
      const [, what, stack] = line
      const position = authorFrames(stack).find(isOurs)
      const first = placeAt({ file, line: 1, column: 1 }, files)
      const found = loadDiagnostic({ kind: 'sealed', message: `the file ${what}`, position }, files, first)
      return [[JSON.stringify([what, found.location]), found] as const]
    }),
  )
  return [...told.values()]
}

/** A place that a stranger's code names may be any file of this machine. */
function placedWithin(
  { location, related, ...found }: LocatedDiagnostic,
  isOurs: (place: { readonly file: string }) => boolean,
): LocatedDiagnostic {
  const within = <Placed extends { readonly location?: LocatedDiagnostic['location'] }>(placed: Placed): Placed =>
    placed.location === undefined || isOurs(placed.location) ? placed : { ...placed, location: undefined }
  return within({ ...found, location, related: related.map(within) })
}
