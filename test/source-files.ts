import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The project's root. */
export const root: string = join(import.meta.dirname, '..')

/** Every TypeScript file below a folder of the project that somebody wrote; paths from the root. */
export function writtenFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith('.ts') && !/node_modules|[\\/](?:generated|\.cache)[\\/]/.test(file))
}

/** The same without tests and their cases. */
export function sourceFiles(folder: string): readonly string[] {
  return writtenFiles(folder).filter((file) => !/\.test\.ts$|[\\/]cases[\\/]/.test(file))
}
