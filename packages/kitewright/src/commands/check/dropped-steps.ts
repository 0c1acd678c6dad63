import type { Identifier, Node } from '@babel/types'
import { nameOf } from '../../locate/find-binding.ts'
import { type Call, isCall } from '../../locate/find-call.ts'
import type { Source } from '../../locate/parse-source.ts'
import { memberOf } from '../../locate/site.ts'
import type { LookedAt } from './looked-at.ts'

const code = 'KW1050'

const constructors = new Set(['command', 'block', 'input', 'wait', 'trigger', 'group', 'sequence'])

/** Calls that make a step, or place steps in a sequence, and whose value nothing in the file uses. */
export function* droppedSteps(source: Source, nodes: readonly Node[]): Iterable<LookedAt> {
  const imported = importedNames(source)
  for (const node of nodes) {
    const made = isCall(node) ? constructorOf(node, imported) : undefined
    if (made === undefined) continue
    const holder = source.parents.get(node)
    if (holder?.type === 'ExpressionStatement') yield told(made, node)
    else if (
      holder?.type === 'VariableDeclarator' &&
      holder.id.type === 'Identifier' &&
      !isUsed(holder.id, source, nodes)
    )
      yield told(made, holder.id)
  }
}

function told(made: string, node: Node): LookedAt {
  const named = node.type === 'Identifier' ? `"${node.name}"` : `what ${made}(…) returns`
  if (made === 'sequence') {
    return {
      code,
      node,
      message: `${named} is in no list of steps: the sequence changes nothing`,
      why: 'sequence returns new steps; those that it is given stay as they are',
      hint: 'put it into the list that the pipeline returns, in the place of its steps',
    }
  }
  return {
    code,
    node,
    message: `${named} is in no list of steps: the pipeline does not have it`,
    why: 'a step is only a value: what the pipeline returns is what runs',
    hint: 'put it into the list that the pipeline returns, or take it out',
  }
}

/** What the file calls kitewright's functions, by its own names; a namespace by `*`. */
function importedNames({ program }: Source): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const statement of program.program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== 'kitewright') continue
    for (const item of statement.specifiers) {
      const name = item.type === 'ImportSpecifier' ? nameOf(item.imported) : '*'
      if (name !== undefined) found.set(item.local.name, name)
    }
  }
  return found
}

function constructorOf({ callee }: Call, imported: ReadonlyMap<string, string>): string | undefined {
  const member = memberOf(callee)
  const isNamespace = member?.object.type === 'Identifier' && imported.get(member.object.name) === '*'
  const name = isNamespace ? member.key : callee.type === 'Identifier' ? imported.get(callee.name) : undefined
  return name !== undefined && constructors.has(name) ? name : undefined
}

/** Whether a name stands anywhere else in the file, whatever it means there, or is exported. */
function isUsed(id: Identifier, source: Source, nodes: readonly Node[]): boolean {
  const declaration = source.parents.get(source.parents.get(id) ?? id)
  if (declaration && source.parents.get(declaration)?.type === 'ExportNamedDeclaration') return true
  return nodes.some((node) => node !== id && node.type === 'Identifier' && node.name === id.name)
}
