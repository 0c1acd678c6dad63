import { interpolate } from '../../../agent/interpolation/interpolate.ts'
import { variableNames } from '../../../attributes/filled-in-texts.ts'
import type { ReadShell } from '../../rule.ts'

/** What the agent takes for a variable, in braces without another in them; what it does not is taken first, and kept. */
const variable = /\\\\|\\\$|\$\$|\$\(|\$(?:(\p{L}[\p{L}\p{N}_]*)|\{(\p{L}[\p{L}\p{N}_]*)[^{}$\\]*\})/gu

/**
 * A command whose variables are left to the shell of the job: `$$NAME`. Returns undefined where that is not certain to give
 * the same text as one word: where the shell would read it as a program, or not at all.
 *
 * @param isMeant Which variables.
 * @param isQuoted Whether they are put in double quotes where the shell would split them.
 */
export function leftToShell(
  command: string,
  isMeant: (name: string) => boolean,
  readShell: ReadShell,
  { isQuoted = false } = {},
): string | undefined {
  const read = new Map(readShell(command).expansions.map((expansion) => [expansion.start, expansion]))
  let count = 0
  let isLoop = false
  const mended = command.replace(variable, (written, bare?: string, braced?: string, index = 0) => {
    const name = bare ?? braced
    if (name === undefined || !isMeant(name)) return written
    count++
    const expansion = read.get(index)
    // Between single quotes a shell reads no variable: they end before it, and go on behind it.
    if (expansion === undefined) return `'"$${written}"'`
    isLoop ||= expansion.isList
    return isQuoted && !expansion.isQuoted ? `"$${written}"` : `$${written}`
  })
  const isCertain = count > 0 && !isLoop && !variableNames(mended).some(isMeant)
  return isCertain && isReadBy(readShell, mended, isMeant, count) ? mended : undefined
}

/** Whether a shell then reads each of them, and none as a program. */
function isReadBy(readShell: ReadShell, mended: string, isMeant: (name: string) => boolean, count: number): boolean {
  const arrived = interpolate(mended, {})
  if (!('text' in arrived)) return false
  const read = readShell(arrived.text).expansions.filter(({ name }) => name !== undefined && isMeant(name))
  return read.length >= count && read.every(({ isCode }) => !isCode)
}
