import { writeFile } from 'node:fs/promises'

/** Writes a JSON file as npm does. */
export async function writeJson(file: URL, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`)
}
