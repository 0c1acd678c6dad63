import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The project's root. */
export const root: string = join(import.meta.dirname, '..')

/** Every TypeScript file below a folder of the project, tests, their cases and generated files left out; paths from the root. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter(
      (file) =>
        file.endsWith('.ts') && !file.endsWith('.test.ts') && !/node_modules|[\\/](?:generated|cases)[\\/]/.test(file),
    )
}
