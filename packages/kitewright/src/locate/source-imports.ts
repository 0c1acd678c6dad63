import type { Node, StringLiteral } from '@babel/types'
import type { OpenSource } from './open-sources.ts'
import { type Source, childrenOf } from './parse-source.ts'
import { relativeSource } from './relative-source.ts'

/** An `import`, `export … from`, `import()` or `require()` as it stands in a file. */
export interface SourceImport {
  readonly source: Source
  readonly specifier: StringLiteral
  readonly statement: Node
}

/** A file and every file of the author's that it imports, each once, in the order of the imports. */
export function importedSources(entry: string, open: OpenSource): readonly Source[] {
  const found = new Set<Source>()
  const pending = [open(entry)]
  while (pending.length > 0) {
    const source = pending.pop()
    if (source === undefined || found.has(source)) continue
    found.add(source)
    const next = sourceImports(source).map(({ specifier }) => relativeSource(open, source.file, specifier.value))
    pending.push(...next.toReversed())
  }
  return [...found]
}

/** Every import of a file whose specifier is plain text. */
export function sourceImports(source: Source): readonly SourceImport[] {
  const found: SourceImport[] = []
  const pending: Node[] = [source.program]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const specifier = specifierOf(node)
    if (specifier !== undefined) found.push({ source, specifier, statement: node })
    pending.push(...childrenOf(node).toReversed())
  }
  return found
}

function specifierOf(node: Node): StringLiteral | undefined {
  if (node.type === 'ImportDeclaration') return node.importKind === 'type' ? undefined : node.source
  if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') return node.source ?? undefined
  if (node.type !== 'CallExpression') return undefined
  const isImport =
    node.callee.type === 'Import' || (node.callee.type === 'Identifier' && node.callee.name === 'require')
  const [first] = node.arguments
  return isImport && first?.type === 'StringLiteral' ? first : undefined
}
