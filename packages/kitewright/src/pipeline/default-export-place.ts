import type { Node } from '@babel/types'
import { parseSource } from '../locate/parse-source.ts'
import { sourcePlace } from '../locate/source-place.ts'
import type { Location } from '../report/located.ts'
import { sourceLocation } from '../report/source-location.ts'

/** Where a file's default export stands, else its first line. */
export function defaultExportPlace(file: string): Location {
  const source = parseSource(file)
  const exported = source?.program.program.body.map(exportedBy).find((node) => node !== undefined)
  return source === undefined || exported === undefined
    ? sourceLocation({ file, line: 1, column: 1 })
    : sourcePlace(source, exported.start ?? 0, exported.end ?? 0)
}

function exportedBy(statement: Node): Node | undefined {
  if (statement.type === 'ExportDefaultDeclaration') return statement.declaration
  if (statement.type === 'TSExportAssignment') return statement.expression
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return undefined
  const { left, right } = statement.expression
  const isExports = left.type === 'MemberExpression' && left.object.type === 'Identifier' && !left.computed
  if (!isExports || left.property.type !== 'Identifier') return undefined
  const name = `${(left.object as { readonly name: string }).name}.${left.property.name}`
  return name === 'module.exports' || name === 'exports.default' ? right : undefined
}
