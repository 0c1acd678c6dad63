import ts from 'typescript'

/** A statement of a function, or the expression that an arrow function is: what is run as a whole or not at all. */
export interface Region {
  readonly start: number
  readonly end: number
}

/** A source that tells which of its regions are run. */
export interface Observed {
  readonly regions: readonly Region[]
  readonly text: string
}

interface Insertion {
  readonly at: number
  readonly text: string
}

/** Finds the regions of a source, and lets each call `observe(file, region)` when it is run. */
export function observed(source: ts.SourceFile): Observed {
  const regions: Region[] = []
  const before: Insertion[] = []
  const behind: Insertion[] = []
  const file = JSON.stringify(source.fileName)
  visit(source, false)
  return { regions, text: inserted(source.text, [...before, ...behind.toReversed()]) }

  function visit(node: ts.Node, isInFunction: boolean): void {
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) observe(node.body, '(', ', ', ')')
    if (isInFunction && ts.isStatement(node) && !ts.isBlock(node)) {
      if (isListed(node)) observe(node, '', ';', '')
      else observe(node, '{', ';', '}')
    }
    ts.forEachChild(node, (child) => visit(child, isInFunction || ts.isFunctionLike(node)))
  }

  function observe(node: ts.Node, open: string, separator: string, close: string): void {
    const start = node.getStart(source)
    before.push({ at: start, text: `${open}observe(${file}, ${regions.length})${separator}` })
    if (close !== '') behind.push({ at: node.end, text: close })
    regions.push({ start, end: node.end })
  }
}

/** Whether a statement stands among others, where one more may stand before it. */
function isListed({ parent }: ts.Node): boolean {
  return ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent)
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let out = ''
  let from = 0
  for (const { at, text: added } of insertions.toSorted((a, b) => a.at - b.at)) {
    out += text.slice(from, at) + added
    from = at
  }
  return out + text.slice(from)
}

/** The innermost region around a place; undefined for what is run when the module is loaded. */
export function regionAt(regions: readonly Region[], position: number): number | undefined {
  let found: number | undefined
  for (const [index, { start, end }] of regions.entries()) if (start <= position && position < end) found = index
  return found
}
