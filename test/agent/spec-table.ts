import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A table of cases from ../shared/spec beside the repository, or undefined, with a printed reason, where it is missing. */
export function specTable<Table>(name: string): Table | undefined {
  const path = fileURLToPath(new URL(`../../../shared/spec/${name}`, import.meta.url))
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Table
  process.stderr.write(`Left out: the cases of ${name}, since ../shared/spec is not beside the repository\n`)
  return undefined
}
