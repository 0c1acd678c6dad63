import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mutation, mutationsOf } from './mutations.ts'
import type { Shown } from './report.ts'

/** A mutation with how it is shown. */
export type ShownMutation = Mutation & Shown & { readonly line: number }

/** Every mutant of a file, which is named from the root. */
export function mutantsOf(root: string, file: string): readonly ShownMutation[] {
  const text = readFileSync(join(root, file), 'utf8')
  return mutationsOf(file, text).map((mutation) => {
    const { start, end } = mutation
    const line = text.slice(0, start).split('\n').length
    const code = (text.split('\n')[line - 1] ?? '').trim()
    return { ...mutation, file, line, code, before: text.slice(start, end) }
  })
}
