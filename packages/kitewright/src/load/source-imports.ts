import type { Node, StringLiteral } from '@babel/types'
import { type Source, childrenOf, parseSource } from '../locate/parse-source.ts'
import { relativeFile } from '../locate/relative-file.ts'

/** An `import`, `export … from`, `import()` or `require()` as it stands in a file. */
export interface SourceImport {
  readonly source: Source
  readonly specifier: StringLiteral
  readonly statement: Node
}

/** A file and every file of the author's that it imports, each once, in the order of the imports. */
export function importedSources(entry: string): readonly Source[] {
  const found = new Map<string, Source>()
  const pending = [entry]
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    const source = found.has(file) ? undefined : parseSource(file)
    if (source === undefined) continue
    found.set(file, source)
    const next = sourceImports(source).map(({ specifier }) => relativeFile(source.file, specifier.value))
    pending.push(...next.filter((target) => target !== undefined).toReversed())
  }
  return [...found.values()]
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
