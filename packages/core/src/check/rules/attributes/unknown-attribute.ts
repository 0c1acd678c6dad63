import { type AttributeProblem, attributeProblems } from '../../../attributes/attribute-problems.ts'
import type { Graph } from '../../../model/graph.ts'
import type { Rule } from '../../rule.ts'

/** An attribute that nothing in Buildkite is called: the agent passes it on, and Buildkite ignores it. */
export const unknownAttribute: Rule = {
  code: 'KW1037',
  severity: 'warning',
  *check(graph) {
    const own = vocabulary(graph)
    for (const { node, path, message, expected } of unknowns(graph)) {
      const name = String(path.at(-1))
      if (path.length === 1 && own.size > 1) continue
      const known = expected.length <= 100 && expected !== '' ? `; known are ${expected}` : ''
      yield {
        node,
        path,
        target: 'key',
        mistake: name,
        message,
        why: 'the agent passes it on, and as far as is known Buildkite ignores it',
        hint: `take it out, or keep it if a program of yours reads it; in TypeScript it belongs into raw: { … }${known}`,
      }
    }
  },
}

/** Several attributes that only another program can know: it makes a pipeline of the file before Buildkite sees it. */
export const foreignVocabulary: Rule = {
  code: 'KW1038',
  severity: 'info',
  *check(graph) {
    const own = vocabulary(graph)
    if (own.size < 2) return
    const [first] = own.values()
    if (first === undefined) return
    const names = [...own.keys()].map((name) => `"${name}"`)
    const shown = names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ')
    yield {
      node: first.node,
      path: first.path,
      target: 'key',
      message: `Buildkite has none of the attributes ${shown}`,
      why: 'so many names of their own are most likely read by a program that makes a pipeline of this file; Buildkite would ignore them',
      hint: 'check what that program prints instead; without one, take them out',
    }
  },
}

function unknowns(graph: Graph): readonly AttributeProblem[] {
  return attributeProblems(graph).filter(({ finding }) => finding === 'unknown')
}

/** The names of attributes that nothing in Buildkite is called, each with its first place. */
function vocabulary(graph: Graph): ReadonlyMap<string, AttributeProblem> {
  const found = new Map<string, AttributeProblem>()
  for (const problem of unknowns(graph)) {
    const name = String(problem.path[0])
    if (problem.path.length === 1 && problem.node && !found.has(name)) found.set(name, problem)
  }
  return found
}
