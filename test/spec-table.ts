import { readFileSync } from 'node:fs'

/** A table of cases from test/spec; docs/spec/README.md says what each holds. */
export function specTable<Table>(name: string): Table {
  return JSON.parse(readFileSync(new URL(`spec/${name}`, import.meta.url), 'utf8')) as Table
}
