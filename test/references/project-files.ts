import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../source-files.ts'

/** What `.gitignore` leaves out, git's own folder, and lists of packages. */
const leftOut = /^(?:node_modules|dist|\.cache|\.git|pnpm-lock\.yaml|go\.sum|.*\.tsbuildinfo)$/

/** Every text file of the project, by its path from the root. Asks no git: a downloaded archive has none. */
export function projectFiles(folder = ''): ReadonlyMap<string, string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return new Map(
    entries.flatMap((entry) => {
      const path = join(folder, entry.name)
      if (leftOut.test(entry.name)) return []
      if (entry.isDirectory()) return [...projectFiles(path)]
      return entry.isFile() ? [[path, readFileSync(join(root, path), 'utf8')] as const] : []
    }),
  )
}
