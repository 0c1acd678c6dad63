import type { CallExpression, NewExpression, Node, OptionalCallExpression } from '@babel/types'
import { type Source, childrenOf } from './parse-source.ts'
import { offsetOf } from './source-place.ts'

/** A place in a file at which a function is called. */
export type Call = CallExpression | OptionalCallExpression | NewExpression

/** The call that a stack frame stands for. Returns undefined if none is there, as in a file that changed. */
export function findCall(source: Source, frame: { readonly line: number; readonly column: number }): Call | undefined {
  const offset = offsetOf(source, frame)
  const around = callsAround(source, offset)
  // A function that is called where it stands, `(() => …)('a')`, is called behind its parentheses.
  const isCalledAt = ({ callee: { end } }: Call): boolean =>
    offset <= (end ?? 0) || /^[\s)]*$/.test(source.text.slice(end ?? 0, offset))
  return around.find((call) => anchorOf(call) === offset) ?? around.find(isCalledAt)
}

/** Where engines place a call: at the name that is called, `b` in `a.b()`; at `new`. */
export function anchorOf(call: Call): number {
  if (call.type === 'NewExpression') return call.start ?? 0
  const { callee } = call
  const isMember = callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression'
  return (isMember ? callee.property.start : callee.start) ?? 0
}

/** The calls whose text spans an offset, innermost first. */
function callsAround(source: Source, offset: number): readonly Call[] {
  const found: Call[] = []
  const visit = (node: Node): void => {
    if ((node.start ?? 0) > offset || (node.end ?? 0) <= offset) return
    if (isCall(node)) found.unshift(node)
    for (const child of childrenOf(node)) visit(child)
  }
  visit(source.program.program)
  return found
}

export function isCall(node: Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'OptionalCallExpression' || node.type === 'NewExpression'
}
