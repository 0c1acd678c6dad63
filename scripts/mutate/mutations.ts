import ts from 'typescript'
import { regexMutations } from './regex-mutations.ts'

/** One change of a source: what stands from `start` to `end`, and what it becomes. */
export interface Mutation {
  readonly start: number
  readonly end: number
  readonly after: string
}

const { SyntaxKind } = ts

/** For each operator, those that it is taken for. */
const operators: { readonly [operator: number]: readonly string[] } = {
  [SyntaxKind.LessThanToken]: ['<=', '>='],
  [SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [SyntaxKind.BarBarToken]: ['&&'],
  [SyntaxKind.PlusToken]: ['-'],
  [SyntaxKind.MinusToken]: ['+'],
  [SyntaxKind.AsteriskToken]: ['/'],
  [SyntaxKind.SlashToken]: ['*'],
  [SyntaxKind.PercentToken]: ['*'],
  [SyntaxKind.AmpersandToken]: ['|'],
  [SyntaxKind.BarToken]: ['&'],
  [SyntaxKind.LessThanLessThanToken]: ['>>'],
  [SyntaxKind.GreaterThanGreaterThanToken]: ['<<'],
  [SyntaxKind.PlusEqualsToken]: ['-='],
  [SyntaxKind.MinusEqualsToken]: ['+='],
  [SyntaxKind.QuestionQuestionEqualsToken]: ['='],
}

/** Operators of which one side alone may do. */
const oneSided: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
])

/** For each method, the one that it is taken for; those that are left out have none. */
const methods: { readonly [name: string]: string | undefined } = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  find: 'findLast',
  findIndex: 'findLastIndex',
  filter: undefined,
  slice: undefined,
  trim: undefined,
  toLowerCase: undefined,
  toSorted: undefined,
  toReversed: undefined,
  normalize: undefined,
}

/** Every mutant of a source. */
export function mutationsOf(source: ts.SourceFile): readonly Mutation[] {
  const found = new Map<string, Mutation>()
  const text = (node: ts.Node): string => node.getText(source)
  const add = (start: number, end: number, after: string): void => {
    if (source.text.slice(start, end) !== after) found.set(`${start} ${end} ${after}`, { start, end, after })
  }
  const replace = (node: ts.Node, after: string): void => add(node.getStart(source), node.end, after)
  visit(source)
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

  function mutateLiteral(node: ts.Node): void {
    if (node.kind === SyntaxKind.TrueKeyword) replace(node, 'false')
    else if (node.kind === SyntaxKind.FalseKeyword) replace(node, 'true')
    else if (ts.isNumericLiteral(node))
      for (const other of [1, -1]) replace(node, String(Number(node.text.replaceAll('_', '')) + other))
    else if (ts.isRegularExpressionLiteral(node)) for (const other of regexMutations(node.text)) replace(node, other)
    else if (ts.isTemplateExpression(node)) replace(node, '``')
    else if (ts.isStringLiteralLike(node) && !isName(node)) replace(node, node.text === '' ? "'mutant'" : "''")
  }

  function mutateOperation(node: ts.Node): void {
    if (ts.isBinaryExpression(node)) {
      const { left, right, operatorToken } = node
      if (!isJoining(node)) for (const other of operators[operatorToken.kind] ?? []) replace(operatorToken, other)
      if (oneSided.has(operatorToken.kind)) for (const side of [left, right]) replace(node, text(side))
    } else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === SyntaxKind.ExclamationToken || node.operator === SyntaxKind.MinusToken)
        replace(node, text(node.operand))
    } else if (ts.isPostfixUnaryExpression(node)) {
      replace(node, `${text(node.operand)}${node.operator === SyntaxKind.PlusPlusToken ? '--' : '++'}`)
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression
      if (!Object.hasOwn(methods, name.text)) return
      const other = methods[name.text]
      if (other === undefined) replace(node, text(expression))
      else replace(name, other)
    }
  }

  function mutateCondition(node: ts.Node): void {
    if (ts.isIfStatement(node)) force(node.expression, 'true', 'false')
    else if (ts.isConditionalExpression(node)) force(node.condition, 'true', 'false')
    else if (ts.isWhileStatement(node)) force(node.expression, 'false')
    else if (ts.isForStatement(node) && node.condition) force(node.condition, 'false')
  }

  function force(condition: ts.Expression, ...values: readonly string[]): void {
    for (const value of values) replace(condition, value)
  }

  function mutateStatement(node: ts.Node): void {
    if (ts.isExpressionStatement(node) || ts.isBreakStatement(node) || ts.isContinueStatement(node)) replace(node, ';')
    else if (ts.isReturnStatement(node) && !returnsNothing(node))
      replace(node, node.expression === undefined ? ';' : 'return')
    else if (ts.isThrowStatement(node)) replace(node, ';')
  }

  /** Lists without one of their items, objects without what is spread into them. */
  function mutateList(node: ts.Node): void {
    if (ts.isArrayLiteralExpression(node)) node.elements.forEach((element) => without(element, node.elements))
    if (!ts.isObjectLiteralExpression(node)) return
    for (const property of node.properties) if (ts.isSpreadAssignment(property)) without(property, node.properties)
  }

  function without(item: ts.Node, items: ts.NodeArray<ts.Node>): void {
    const index = items.indexOf(item)
    const next = items[index + 1]
    const end = next === undefined ? items.end : next.getStart(source)
    add(item.getStart(source), end, '')
  }
}

/** Whether a function returns undefined, or what is taken for the same: `return` alone would be no change. */
function returnsNothing({ expression }: ts.ReturnStatement): boolean {
  if (expression === undefined) return false
  return expression.kind === SyntaxKind.FalseKeyword || (ts.isIdentifier(expression) && expression.text === 'undefined')
}

/** Whether a text only names a property. */
function isName(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node
}

/** Whether a `+` joins texts. */
function isJoining({ operatorToken, left, right }: ts.BinaryExpression): boolean {
  return operatorToken.kind === SyntaxKind.PlusToken && (isText(left) || isText(right))
}

function isText(side: ts.Expression): boolean {
  return ts.isStringLiteralLike(side) || ts.isTemplateExpression(side)
}
