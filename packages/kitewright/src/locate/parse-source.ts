import { type ParseError, parse } from '@babel/parser'
import type { File, Node } from '@babel/types'

/** A source file and its syntax tree, in which every node knows the one around it. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly program: File
  readonly parents: ReadonlyMap<Node, Node>
  /** What is wrong with the syntax, first one first. */
  readonly errors: readonly SourceError[]
}

/** A fault of the syntax, at an offset in UTF-16 units. */
export interface SourceError {
  readonly message: string
  readonly offset: number
}

/** Parses the text of a TypeScript or JavaScript file. Faults of the syntax are among the errors. */
export function parseSource(file: string, text: string): Source {
  try {
    const program = parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      attachComment: false,
      // In a .ts file `<T>value` is a cast, never an element.
      plugins: file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'],
    })
    return { file, text, program, parents: parentsOf(program), errors: (program.errors ?? []).map(sourceError) }
  } catch (error) {
    const program = parse('')
    return { file, text, program, parents: new Map(), errors: [sourceError(error as ParseError)] }
  }
}

function sourceError(error: ParseError & { readonly message?: string; readonly pos?: number }): SourceError {
  return { message: (error.message ?? '').replace(/ \(\d+:\d+\)$/, ''), offset: error.pos ?? 0 }
}

function parentsOf(program: File): ReadonlyMap<Node, Node> {
  const parents = new Map<Node, Node>()
  const pending: Node[] = [program]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const child of childrenOf(node)) {
      parents.set(child, node)
      pending.push(child)
    }
  }
  return parents
}

/** The nodes directly below one, in the order of the grammar. */
export function childrenOf(node: Node): readonly Node[] {
  const values: readonly unknown[] = Object.values(node)
  return values.flat().filter(isNode)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && value.type !== 'File'
}
