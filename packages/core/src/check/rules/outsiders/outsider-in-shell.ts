import { outsidersInJob } from '../../../attributes/outsiders.ts'
import type { Graph } from '../../../model/graph.ts'
import type { Expansion } from '../../../shell/shell-text.ts'
import type { Finding, ReadShell, Rule } from '../../rule.ts'
import { shellPlaces } from './shell-places.ts'

/** An outsider's text that a second shell reads as a program: `eval`, `sh -c "…"`, `ssh host "…"`. */
export const outsiderAsCode: Rule = {
  code: 'KW6006',
  severity: 'warning',
  needsShell: true,
  *check(graph, { readShell }) {
    for (const { name, chosenBy, isCode, ...place } of outsiderExpansions(graph, readShell)) {
      if (!isCode) continue
      yield {
        ...place,
        message: `${name} is run as a program`,
        why: `${chosenBy} chooses that text, and eval, sh -c and ssh read what they are given once more, quotes or not`,
        hint: `give it as an argument: sh -c 'deploy "$1"' _ "${name}"`,
      }
    }
  },
}

/** An outsider's text that the shell splits into words and patterns. */
export const outsiderUnquoted: Rule = {
  code: 'KW6007',
  severity: 'warning',
  isOptional: true,
  needsShell: true,
  *check(graph, { readShell }) {
    for (const { name, chosenBy, isCode, isQuoted, ...place } of outsiderExpansions(graph, readShell)) {
      if (isCode || isQuoted) continue
      yield {
        ...place,
        message: `${name} stands without quotes`,
        why: `${chosenBy} chooses that text: the shell splits it into words, options among them, and files that it matches`,
        hint: `write "${name}" in double quotes, behind -- where a text may begin with a dash`,
      }
    }
  },
}

interface OutsiderExpansion extends Pick<Finding, 'node' | 'path' | 'span'>, Pick<Expansion, 'isQuoted' | 'isCode'> {
  readonly name: string
  readonly chosenBy: string
}

/** What people answer in a block's field is text of theirs as well. */
const answer = /^\$\(\s*buildkite-agent meta-data get\b/

function* outsiderExpansions(graph: Graph, readShell: ReadShell): Iterable<OutsiderExpansion> {
  for (const { node, path, expansions, spanOf } of shellPlaces(graph, readShell, /\$/)) {
    const outsiders = outsidersInJob(node, graph)
    for (const expansion of expansions) {
      const { name, text, isQuoted, isCode } = expansion
      const chosenBy =
        name === undefined
          ? answer.test(text) && 'whoever answers the block, or writes the meta-data,'
          : outsiders.get(name)
      if (!chosenBy) continue
      yield {
        node,
        path,
        span: spanOf(expansion),
        name: name === undefined ? text : `$${name}`,
        chosenBy,
        isQuoted,
        isCode,
      }
    }
  }
}
