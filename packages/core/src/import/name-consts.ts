import type { Code, Program } from './code.ts'
import { constNames } from './const-name.ts'
import { rewriteCode, visitProgram } from './rewrite-code.ts'

/** Gives every const its name, and the variables of each loop names that no const has. */
export function nameConsts(program: Program): Program {
  const names = constNames()
  const chosen = new Map(program.statements.map(({ name, texts, noun }) => [name, names.take(texts, noun)]))
  visitProgram(program, (code) => {
    if (code.form !== 'loop') return
    const inside = names.inside()
    for (const { name, texts, noun } of code.variables) chosen.set(name, inside.take(texts, noun))
  })
  const nameOf = (mark: string): string => chosen.get(mark) ?? mark
  const renamed = (code: Code): Code =>
    rewriteCode(code, (part) => {
      if (part.form === 'name') return { ...part, name: nameOf(part.name) }
      if (part.form !== 'loop') return undefined
      return {
        ...part,
        variables: part.variables.map((variable) => ({ ...variable, name: nameOf(variable.name) })),
        rows: part.rows.map((row) => ({ ...row, values: row.values.map(renamed) })),
        body: renamed(part.body),
      }
    })
  return {
    ...program,
    statements: program.statements.map(({ name, code, ...rest }) => ({
      ...rest,
      name: nameOf(name),
      code: renamed(code),
    })),
    pipeline: renamed(program.pipeline),
  }
}
