import { rules } from './rules.ts'

/** The codes whose findings can be permitted. */
export const ruleCodes: ReadonlySet<string> = new Set(rules.map(({ code }) => code))
