import type { ConditionExpansion, ConditionString, ConditionText } from './condition-node.ts'
import type { Mistake } from './mistake.ts'

/** The expansions that fail in a build that comes to them (docs/spec/conditionals.md §6). */
export function* brokenExpansions(node: ConditionExpansion | ConditionString): Iterable<Mistake> {
  yield* inText(node.type === 'string' ? node.parts : [node])
}

function* inText(text: ConditionText): Iterable<Mistake> {
  for (const part of text) {
    const operation = typeof part === 'string' ? undefined : part.operation
    if (operation?.kind === 'broken') yield { place: operation, reason: 'expansion', message: operation.message }
    if (operation && 'word' in operation) yield* inText(operation.word)
    if (operation?.kind === 'slice') yield* inText([...operation.offset, ...(operation.length ?? [])])
  }
}
