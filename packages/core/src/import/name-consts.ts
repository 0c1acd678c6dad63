import type { Code, Named, Program } from './code.ts'
import { constNames } from './const-name.ts'
import { rewriteCode, visitProgram } from './rewrite-code.ts'

/** Gives every const its name, and the variables of each loop names that no const has. */
export function nameConsts(program: Program): Program {
  const names = constNames()
  const chosen = new Map(program.statements.map(({ name, texts, noun }) => [name, names.take(texts, noun)]))
  visitProgram(program, (code) => {
    if (code.form !== 'loop' && code.form !== 'function') return
    const inside = names.inside()
    for (const { name, texts, noun } of code.parameters) chosen.set(name, inside.take(texts, noun))
  })
  const nameOf = (mark: string): string => chosen.get(mark) ?? mark
  const named = <T extends Named>(all: readonly T[]): readonly T[] =>
    all.map((one) => ({ ...one, name: nameOf(one.name) }))
  const renamed = (code: Code): Code =>
    rewriteCode(code, (part) => {
      if (part.form === 'name') return { ...part, name: nameOf(part.name) }
      if (part.form === 'loop') {
        const rows = part.rows.map((row) => ({ ...row, values: row.values.map(renamed) }))
        return { ...part, parameters: named(part.parameters), rows, body: renamed(part.body) }
      }
      if (part.form === 'function') return { ...part, parameters: named(part.parameters), body: renamed(part.body) }
      if (part.form !== 'apply') return undefined
      return { ...part, name: nameOf(part.name), values: part.values.map(renamed) }
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
