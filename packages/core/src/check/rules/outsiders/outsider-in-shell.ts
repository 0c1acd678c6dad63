import { type Outsiders, outsidersInJob } from '../../../attributes/outsiders.ts'
import type { Graph } from '../../../model/graph.ts'
import { type Expansion, readsProgram, type ShellText } from '../../../shell/shell-text.ts'
import type { Finding, ReadShell, Rule } from '../../rule.ts'
import { shellPlaces } from './shell-places.ts'

/** An outsider's text that a second shell reads as a program: `eval`, `sh -c "…"`, `ssh host "…"`, `… | sh`. */
export const outsiderAsCode: Rule = {
  code: 'KW6006',
  severity: 'warning',
  needsShell: true,
  *check(graph, { readShell }) {
    for (const { name, chosenBy, isCode, ...found } of outsiderExpansions(graph, readShell)) {
      if (!isCode) continue
      yield {
        ...placeOf(found),
        message: `${name} is run as a program`,
        why: `${chosenBy} chooses that text, and eval, sh -c and ssh read what they are given once more, quotes or not`,
        hint: `give it as an argument: sh -c 'deploy "$1"' _ "${name}"`,
      }
    }
    for (const { node, path, commands, spanOf } of shellPlaces(graph, readShell, /meta-data get\b[^]*\|/)) {
      for (const { words, feeds = [], ...place } of commands) {
        if (words.slice(0, 3).join(' ') !== 'buildkite-agent meta-data get' || !readsProgram(feeds)) continue
        yield {
          node,
          path,
          span: spanOf(place),
          message: 'what the meta-data holds is run as a program',
          why: 'whoever answers the block, or writes the meta-data, chooses that text',
          hint: 'choose among programs that are written here by what the meta-data says',
        }
      }
    }
  },
}

/** An outsider's text in steps that a command uploads: the agent fills them in once more, and takes them for YAML. */
export const outsiderInUpload: Rule = {
  code: 'KW6008',
  severity: 'warning',
  isOptional: true,
  needsShell: true,
  *check(graph, { readShell }) {
    for (const { name, chosenBy, isUploaded, ...found } of outsiderExpansions(graph, readShell)) {
      if (!isUploaded) continue
      yield {
        ...placeOf(found),
        message: `${name} becomes a part of steps that are uploaded`,
        why: `${chosenBy} chooses that text: a line of it may be a step, and a $ in it is filled in once more`,
        hint: 'leave the variable to the job of those steps, in quotes, or upload a file that is written here',
      }
    }
  },
}

/** Each mend of a text is as long as the text. */
const mostMended = 10_000

/** An outsider's text that the shell splits into words and patterns. */
export const outsiderUnquoted: Rule = {
  code: 'KW6007',
  severity: 'warning',
  isOptional: true,
  needsShell: true,
  *check(graph, { readShell }) {
    for (const { name, chosenBy, isCode, isUploaded, isQuoted, isList, ...found } of outsiderExpansions(
      graph,
      readShell,
    )) {
      if (isCode || isUploaded || isQuoted) continue
      const { text, span } = found
      yield {
        ...placeOf(found),
        message: `${name} stands without quotes`,
        why: `${chosenBy} chooses that text: the shell splits it into words, options among them, and files that it matches`,
        hint: `write "${name}" in double quotes, behind -- where a text may begin with a dash`,
        mend:
          span && !isList && text.length <= mostMended
            ? `${text.slice(0, span.start)}"${text.slice(span.start, span.end)}"${text.slice(span.end)}`
            : undefined,
      }
    }
  },
}

interface OutsiderExpansion
  extends Pick<Finding, 'node' | 'path' | 'span'>, Pick<Expansion, 'isQuoted' | 'isCode' | 'isUploaded' | 'isList'> {
  readonly name: string
  readonly chosenBy: string
  /** The command. */
  readonly text: string
}

function placeOf({ node, path, span }: Pick<OutsiderExpansion, 'node' | 'path' | 'span'>): Omit<Finding, 'message'> {
  return { node, path, span }
}

/** What people answer in a block's field is text of theirs as well. */
const answer = /^\$\(\s*buildkite-agent meta-data get\b/

function* outsiderExpansions(graph: Graph, readShell: ReadShell): Iterable<OutsiderExpansion> {
  for (const place of shellPlaces(graph, readShell, /\$/)) {
    const { node, path, text, expansions, spanOf } = place
    const outsiders = outsidersInCommand(place, outsidersInJob(node, graph))
    for (const expansion of expansions) {
      const { name, isQuoted, isCode, isUploaded, isList } = expansion
      const chosenBy = name === undefined ? answeredBy(expansion) : outsiders.get(name)
      if (chosenBy === undefined) continue
      const shown = name === undefined ? expansion.text : `$${name}`
      yield { node, path, text, span: spanOf(expansion), name: shown, chosenBy, isQuoted, isCode, isUploaded, isList }
    }
  }
}

/** With what a command itself sets to such a text, as it is: `NAME=$BUILDKITE_BRANCH`. */
function outsidersInCommand({ expansions, assignments }: ShellText, known: Outsiders): Outsiders {
  if (assignments.length === 0) return known
  const all = new Map(known)
  const written = new Map(expansions.map((expansion) => [expansion.start, expansion]))
  for (const { name: assigned, value } of assignments) {
    const found = written.get(value.start)
    const source = found?.end === value.end ? found : undefined
    const chosenBy = source && (source.name === undefined ? answeredBy(source) : all.get(source.name))
    if (chosenBy !== undefined) all.set(assigned, chosenBy)
  }
  return all
}

function answeredBy({ text }: Expansion): string | undefined {
  return answer.test(text) ? 'whoever answers the block, or writes the meta-data,' : undefined
}
