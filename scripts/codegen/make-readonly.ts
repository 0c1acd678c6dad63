import ts from 'typescript'

interface Insertion {
  readonly at: number
  readonly text: string
}

/** The same types with `readonly` properties and lists, and `| undefined` on what is optional. */
export function makeReadonly(text: string): string {
  const source = ts.createSourceFile('types.ts', text, ts.ScriptTarget.Latest, true)
  const insertions: Insertion[] = []
  const visit = (node: ts.Node): void => {
    insertions.push(...insertionsFor(node, source))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return insertions
    .toSorted((a, b) => b.at - a.at)
    .reduce((result, { at, text: inserted }) => result.slice(0, at) + inserted + result.slice(at), text)
}

function insertionsFor(node: ts.Node, source: ts.SourceFile): readonly Insertion[] {
  if (ts.isArrayTypeNode(node)) return [{ at: node.getStart(source), text: 'readonly ' }]
  if (ts.isIndexSignatureDeclaration(node)) return [{ at: node.getStart(source), text: 'readonly ' }]
  if (!ts.isPropertySignature(node)) return []
  const readonly = { at: node.name.getStart(source), text: 'readonly ' }
  if (node.questionToken === undefined || node.type === undefined) return [readonly]
  return [readonly, { at: node.type.getEnd(), text: ' | undefined' }]
}
