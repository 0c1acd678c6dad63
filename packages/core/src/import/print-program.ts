import type { Program, Statement } from './code.ts'
import { printAssigned, printCode, width } from './print-code.ts'
import { printComment } from './print-text.ts'
import { visitProgram } from './rewrite-code.ts'

/** The text of the module. */
export function printProgram(program: Program): string {
  const blocks = [
    ...commented(program.comment, ''),
    ...importLines(program),
    ...program.statements.map(printStatement),
    `${commented(program.pipelineComment, '\n').join('')}export default definePipeline(${printPipeline(program)})`,
  ]
  return `${joined(blocks)}\n`
}

function printPipeline({ pipeline, isComputed }: Program): string {
  if (!isComputed) return printCode(pipeline, 0, { before: 30, after: 1 })
  const code = printCode(pipeline, 0, { before: 37, after: 2 })
  return `() => ${code.startsWith('{') ? `(${code})` : code}`
}

const commented = (comment: string | undefined, end: string): readonly string[] => {
  const lines = comment === undefined ? [] : printComment(comment, '')
  return lines.length === 0 ? [] : [lines.join('\n') + end]
}

function printStatement({ name, code, comment }: Statement): string {
  const above = commented(comment, '\n').join('')
  return `${above}${printAssigned(`const ${name} =`, code, 0, 0)}`
}

/** Consts of one line stand together, others apart. */
function joined(blocks: readonly string[]): string {
  return blocks.reduce((text, block, index) => {
    if (index === 0) return block
    const together = isOneConst(block) && isOneConst(blocks[index - 1] ?? '')
    return `${text}${together ? '\n' : '\n\n'}${block}`
  }, '')
}

const isOneConst = (block: string): boolean => block.startsWith('const ') && !block.includes('\n')

function importLines(program: Program): readonly string[] {
  const functions = new Set(['definePipeline'])
  visitProgram(program, (code) => {
    if (code.form === 'call') functions.add(code.callee)
    if (code.form === 'function') for (const { imports } of code.parameters) if (imports) functions.add(imports)
    if (code.form === 'script') functions.add('script')
    if (code.form === 'object' && code.entries.some((entry) => 'expression' in entry)) functions.add('interpolatedKey')
  })
  const names = [...functions].toSorted().map((one) => (/^[A-Z]/.test(one) ? `type ${one}` : one))
  const line = `import { ${names.join(', ')} } from 'kitewright'`
  return [line.length <= width ? line : `import {\n${names.map((one) => `  ${one},\n`).join('')}} from 'kitewright'`]
}
