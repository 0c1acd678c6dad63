import type { Code, Program, Statement } from './code.ts'
import { visitProgram } from './rewrite-code.ts'

/** A program with more consts, each before the first one that uses it. */
export function withStatements(program: Program, made: readonly Statement[]): Program {
  const statements = made.toReversed().reduce((all: readonly Statement[], statement) => {
    const first = all.findIndex(({ code }) => uses(code, statement.name))
    return all.toSpliced(first === -1 ? all.length : first, 0, statement)
  }, program.statements)
  return { ...program, statements }
}

function uses(code: Code, name: string): boolean {
  let found = false
  visitProgram({ statements: [], pipeline: code, isComputed: false }, (part) => {
    found ||= (part.form === 'apply' || part.form === 'name') && part.name === name
  })
  return found
}
