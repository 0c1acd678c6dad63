import { resolve } from 'node:path'
import { exitCode, type Invocation } from '../../command-line.ts'
import { type TextEdit, withEdits } from '../../mend/text-edit.ts'
import { isOwnFile } from '../../pipeline/is-own-file.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import type { World } from '../../world/world.ts'
import { checkAgain, type Found, runAgain } from './check-again.ts'
import { isBetter, nameOf } from './is-better.ts'

/** One mend may bring another to light, or stand in the way of one in the same text. */
const mostRounds = 20

/**
 * Writes the mends that are certain into the author's files, and checks again, in a process of its own each time: what does
 * not clear its finding is taken back. Prints what it changed, and reports what is left.
 *
 * @returns The exit code of the last check.
 */
export async function fix(invocation: Invocation, world: World): Promise<number> {
  const refused = new Set<string>()
  let found = await checkAgain(invocation, world)
  let count = 0
  for (let round = 0; found !== undefined && round < mostRounds; round++) {
    const wanted = fixesOf(found, refused, world)
    if (wanted.length === 0) break
    const kept = await keepBest(wanted, found, invocation, world)
    for (const one of kept.refused) refused.add(nameOf(one))
    for (const one of kept.fixes) world.stderr.write(`${lineOf(one, world)}\n`)
    count += kept.fixes.length
    found = kept.found
  }
  if (count === 0 && found?.length !== 0) world.stderr.write('nothing was changed: no mend is certain\n')
  return (await runAgain(invocation, world)) ?? exitCode.world
}

/** A finding with the changes that mend it. */
type Fix = Found & { readonly fix: readonly TextEdit[] }

/** What can be mended at once: changes that do not overlap, of files of the repository. */
function fixesOf(found: readonly Found[], refused: ReadonlySet<string>, world: World): readonly Fix[] {
  const chosen: Fix[] = []
  for (const one of found) {
    const { fix: edits = [] } = one
    if (edits.length === 0 || refused.has(nameOf(one)) || !edits.every(({ file }) => isOwnFile(file, world))) continue
    if (!chosen.some((other) => overlaps(other.fix, edits))) chosen.push({ ...one, fix: edits })
  }
  return chosen
}

function overlaps(some: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  return some.some((one) =>
    others.some(({ file, start, end }) => file === one.file && start <= one.end && one.start <= end),
  )
}

interface Kept {
  readonly fixes: readonly Fix[]
  /** Those that do not clear their findings, or bring others. */
  readonly refused: readonly Fix[]
  /** What is found then. */
  readonly found: readonly Found[]
}

/** All of them, or else the first that holds alone: its neighbours are found anew. */
async function keepBest(
  wanted: readonly Fix[],
  found: readonly Found[],
  invocation: Invocation,
  world: World,
): Promise<Kept> {
  const all = await attempt(wanted, found, invocation, world)
  if (all !== undefined) return { fixes: wanted, refused: [], found: all }
  for (const [index, one] of wanted.length === 1 ? [] : wanted.entries()) {
    const after = await attempt([one], found, invocation, world)
    if (after !== undefined) return { fixes: [one], refused: wanted.slice(0, index), found: after }
  }
  return { fixes: [], refused: wanted, found }
}

/** Writes changes, and takes them back unless what is found then is less. */
async function attempt(
  fixes: readonly Fix[],
  found: readonly Found[],
  invocation: Invocation,
  world: World,
): Promise<readonly Found[] | undefined> {
  const edits = fixes.flatMap((one) => one.fix)
  const before = new Map(edits.map(({ file }) => [file, world.readText(resolve(world.cwd, file)) ?? '']))
  for (const [file, text] of before) {
    const [mark = ''] = /^\uFEFF?/.exec(text) ?? []
    const own = edits.filter((edit) => edit.file === file)
    world.writeText(resolve(world.cwd, file), mark + withEdits(text.slice(mark.length), own))
  }
  const after = await checkAgain(invocation, world)
  if (after !== undefined && isBetter(found, after, fixes)) return after
  for (const [file, text] of before) world.writeText(resolve(world.cwd, file), text)
  return undefined
}

function lineOf({ code, file = '', line, message }: Fix, world: World): string {
  return inOneLine(`mended ${code} in ${file}:${line}: ${message}`, world)
}
