import ts from 'typescript'
import { regexMutations } from './regex-mutations.ts'
import type { Shown } from './report.ts'

/** One change of a source. */
export interface Mutation extends Shown {
  /** Where `before` stands. */
  readonly start: number
  readonly end: number
  readonly line: number
  /** What stands around it and can be had in two versions, one of which is chosen when it is run. */
  readonly host: Host
}

/** An expression or a statement. */
export interface Host {
  readonly start: number
  readonly end: number
  readonly isStatement: boolean
}

const { SyntaxKind } = ts

/** Each operator, then those that it is taken for. */
const operators = readTable(
  '< <= >=, <= < >, > >= <=, >= > <, === !==, !== ===, && ||, || &&, + -, - +, * /, / *, % *, & |, | &, << >>, >> <<, ' +
    '+= -=, -= +=, ??= =',
)

/** Each method, then the one that it is taken for; calls of those that have none are left out. */
const methods = readTable(
  'some every, every some, startsWith endsWith, endsWith startsWith, min max, max min, find findLast, ' +
    'findIndex findLastIndex, filter, slice, trim, toLowerCase, toSorted, toReversed, normalize',
)

function readTable(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(text.split(', ').map((row) => [row.split(' ', 1)[0] as string, row.split(' ').slice(1)]))
}

/** Every mutant of a source. */
export function mutationsOf(file: string, text: string): readonly Mutation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const found = new Map<string, Mutation>()
  ts.forEachChild(source, visit)
  return [...found.values()].toSorted((a, b) => a.start - b.start || a.end - b.end)

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    mutateLiteral(node)
    mutateOperation(node)
    mutateCondition(node)
    mutateStatement(node)
    mutateList(node)
    ts.forEachChild(node, visit)
  }

  function add(start: number, end: number, after: string, inside: ts.Node): void {
    const before = text.slice(start, end)
    if (before === after) return
    const node = hostOf(inside)
    const host = { start: node.getStart(source), end: node.end, isStatement: ts.isStatement(node) }
    const line = text.slice(0, start).split('\n').length
    const code = (text.split('\n')[line - 1] ?? '').trim()
    found.set(`${start} ${end} ${after}`, { file, line, code, before, after, start, end, host })
  }

  function replace(node: ts.Node, after: string, inside = node): void {
    add(node.getStart(source), node.end, after, inside)
  }

  function mutateLiteral(node: ts.Node): void {
    if (isName(node)) return
    if (node.kind === SyntaxKind.TrueKeyword) replace(node, 'false')
    else if (node.kind === SyntaxKind.FalseKeyword) replace(node, 'true')
    else if (ts.isNumericLiteral(node)) for (const step of [1, -1]) replace(node, String(Number(node.text) + step))
    else if (ts.isRegularExpressionLiteral(node)) for (const other of regexMutations(node.text)) replace(node, other)
    else if (ts.isTemplateLiteral(node)) replace(node, '``')
    else if (ts.isStringLiteral(node)) replace(node, node.text === '' ? "'mutant'" : "''")
  }

  function mutateOperation(node: ts.Node): void {
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.getText(source)
      if (!isJoining(node)) for (const other of operators.get(operator) ?? []) replace(node.operatorToken, other, node)
      if (['&&', '||', '??'].includes(operator))
        for (const side of [node.left, node.right]) replace(node, side.getText(source))
    } else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === SyntaxKind.ExclamationToken || node.operator === SyntaxKind.MinusToken)
        replace(node, node.operand.getText(source))
    } else if (ts.isPostfixUnaryExpression(node)) {
      replace(node, `${node.operand.getText(source)}${node.operator === SyntaxKind.PlusPlusToken ? '--' : '++'}`)
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression
      const others = methods.get(name.text)
      if (others?.length === 0) replace(node, expression.getText(source))
      for (const other of others ?? []) replace(name, other, node)
    }
  }

  function mutateCondition(node: ts.Node): void {
    if (ts.isIfStatement(node)) for (const value of ['true', 'false']) replace(node.expression, value)
    else if (ts.isConditionalExpression(node)) for (const value of ['true', 'false']) replace(node.condition, value)
    else if (ts.isWhileStatement(node)) replace(node.expression, 'false')
    else if (ts.isForStatement(node) && node.condition) replace(node.condition, 'false')
  }

  function mutateStatement(node: ts.Node): void {
    if (ts.isExpressionStatement(node) || ts.isThrowStatement(node) || ts.isBreakOrContinueStatement(node))
      replace(node, ';')
    else if (ts.isReturnStatement(node) && !returnsNothing(node)) replace(node, node.expression ? 'return' : ';')
  }

  /** Lists without one of their items, objects without what is spread into them. */
  function mutateList(node: ts.Node): void {
    if (!ts.isArrayLiteralExpression(node) && !ts.isObjectLiteralExpression(node)) return
    const items = ts.isArrayLiteralExpression(node) ? node.elements : node.properties
    for (const [index, item] of items.entries()) {
      if (ts.isArrayLiteralExpression(node) || ts.isSpreadAssignment(item))
        add(item.getStart(source), items[index + 1]?.getStart(source) ?? items.end, '', node)
    }
  }
}

function hostOf(node: ts.Node): ts.Node {
  let host = node
  while (!ts.isStatement(host) && !isWhole(host)) host = host.parent
  // A statement that began with a parenthesis would be taken for a call of what stands before it.
  const statement = ts.findAncestor(host, ts.isStatement)
  return statement && ts.isExpressionStatement(statement) && statement.getStart() === host.getStart() ? statement : host
}

/** Whether another expression may stand in parentheses where this one stands. */
function isWhole(node: ts.Node): boolean {
  const { parent } = node
  if (!ts.isExpression(node) || ts.isTaggedTemplateExpression(parent) || ts.isNonNullExpression(parent)) return false
  if (ts.isBinaryExpression(parent) && parent.left === node) return parent.operatorToken.kind !== SyntaxKind.EqualsToken
  if (!ts.isCallExpression(parent) && !isAccess(parent)) return true
  return parent.expression !== node || !(isAccess(node) || ts.isOptionalChain(parent))
}

function isAccess(node: ts.Node): node is ts.AccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
}

/** Whether a function returns undefined, or what is taken for the same: `return` alone would be no change. */
function returnsNothing({ expression }: ts.ReturnStatement): boolean {
  if (expression === undefined) return false
  return expression.kind === SyntaxKind.FalseKeyword || (ts.isIdentifier(expression) && expression.text === 'undefined')
}

/** Whether a literal only names a property. */
function isName(node: ts.Node): boolean {
  const { parent } = node
  return ts.isPropertyAssignment(parent)
    ? parent.name === node
    : ts.isBindingElement(parent) && parent.propertyName === node
}

/** Whether a `+` joins texts. */
function isJoining({ operatorToken, left, right }: ts.BinaryExpression): boolean {
  return operatorToken.kind === SyntaxKind.PlusToken && [left, right].some(isText)
}

function isText(side: ts.Expression): boolean {
  return ts.isStringLiteralLike(side) || ts.isTemplateExpression(side)
}
