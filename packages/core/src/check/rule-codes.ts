import { rules } from './rules.ts'

/** The codes whose findings can be permitted. */
export const ruleCodes: ReadonlySet<string> = new Set(rules.map(({ code }) => code))

/** The codes of rules whose mends need a text read as a shell does. */
export const mendedByShell: ReadonlySet<string> = new Set(
  rules.flatMap(({ code, mendsByShell }) => (mendsByShell ? code : [])),
)
