import type { Node } from '@babel/types'
import { openSources } from '../locate/open-sources.ts'
import type { Place } from '../locate/place.ts'
import { placeAt } from '../locate/place-at.ts'
import { sourcePlace } from '../locate/source-place.ts'
import type { Files } from '../world/world.ts'

/** Where a file's default export stands, otherwise its first line. */
export function defaultExportPlace(file: string, files: Files): Place {
  const source = openSources(files)(file)
  const exported = source?.program.program.body.map(exportedBy).find((node) => node !== undefined)
  return source === undefined || exported === undefined
    ? placeAt({ file, line: 1, column: 1 }, files)
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
