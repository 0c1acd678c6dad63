import type { Place } from '../locate/place.ts'
import { namedValues } from '../secrets/named-values.ts'
import { secretNames } from '../secrets/secret-variables.ts'
import type { Mask, Stretch, World } from '../world/world.ts'

/**
 * Gives the line of a place with stars for what is secret, so that carets stay where they are. A secret may have several
 * lines: the file is looked at as a whole, once.
 *
 * @param secrets The places of values that are known to be secret.
 */
export function shownSource(
  file: string,
  secrets: readonly Place[],
  mask: Mask,
  world: Pick<World, 'readText' | 'env'>,
): (place: Place) => string | undefined {
  const text = readSource(file, world)
  const blank = blankIn(file, mask, world)
  const own = secrets.filter((secret) => secret.file === file)
  const lines = linesOf(text)
  const shown = linesOf(blank(text, stretchesOf(own, text)))
  return ({ line, sourceLine }) => {
    if (sourceLine === undefined) return undefined
    const isThere = lines[line - 1]?.startsWith(sourceLine)
    if (isThere) return shown[line - 1]?.slice(0, sourceLine.length)
    // The file has changed since, or is none.
    const here = own.filter((secret) => secret.line === line).map((secret) => ({ ...secret, line: 1 }))
    return blank(sourceLine, stretchesOf(here, sourceLine))
  }
}

function blankIn(
  file: string,
  mask: Mask,
  { env }: Pick<World, 'env'>,
): (text: string, own: readonly Stretch[]) => string {
  const isYaml = /(?:\.ya?ml|<stdin>)$/i.test(file)
  const isSecret = secretNames(env)
  return (text, own) => mask.blank(text, [...own, ...namedValues(text, isYaml, isSecret)])
}

function readSource(file: string, { readText }: Pick<World, 'readText'>): string {
  try {
    return readText(file)?.replace(/^\uFEFF/, '') ?? ''
  } catch {
    return ''
  }
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/)
}

function stretchesOf(places: readonly Place[], text: string): readonly Stretch[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return places.flatMap(({ line, column, length }) => {
    const start = (starts[line - 1] ?? text.length) + column - 1
    return start < text.length ? [[start, start + length] as const] : []
  })
}
