import { interpolate } from '../../../agent/interpolation/interpolate.ts'
import { variableNames } from '../../../attributes/filled-in-texts.ts'
import type { ShellText } from '../../../shell/shell-text.ts'
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
  { isQuoted = false }: { readonly isQuoted?: boolean } = {},
): string | undefined {
  const written = new Map(readShell(command).expansions.map((expansion) => [expansion.start, expansion]))
  let count = 0
  let isLoop = false
  const mended = command.replace(variable, (all, bare?: string, braced?: string, index = 0) => {
    const name = bare ?? braced
    if (name === undefined || !isMeant(name)) return all
    count++
    const expansion = written.get(index)
    // Between single quotes a shell reads no variable: they end before it, and go on behind it.
    if (expansion === undefined) return `'"$${all}"'`
    isLoop ||= expansion.isList
    return isQuoted && !expansion.isQuoted ? `"$${all}"` : `$${all}`
  })
  const isCertain = count > 0 && !isLoop && !variableNames(mended).some(isMeant)
  if (!isCertain) return undefined
  const read = readAsArrives(mended, readShell).filter(({ name }) => name !== undefined && isMeant(name))
  const isRead = read.filter((each) => each.isQuoted || !isQuoted).length >= count
  const isText = read.every((each) => !each.isCode && !each.isUploaded)
  return isRead && isText ? mended : undefined
}

/** What a shell expands in a text once it is uploaded. */
function readAsArrives(text: string, readShell: ReadShell): ShellText['expansions'] {
  const arrived = interpolate(text, {})
  return 'text' in arrived ? readShell(arrived.text).expansions : []
}
