import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { leaveOut } from './left-out.ts'

const shared = new URL('../../shared/', import.meta.url)

/**
 * Groups tests that compare with other people's work, which is no part of the project: a file or folder of `../shared`,
 * beside it. Where that is missing they are skipped.
 */
export function describeShared(name: string, path: string, body: (path: string) => void | Promise<void>): void {
  const file = fileURLToPath(new URL(path, shared))
  if (!existsSync(file)) {
    leaveOut(name, `../shared/${path} is not beside the project`)
    return
  }
  // Hundreds of files each.
  describe(`${name}, ../shared/${path}`, { timeout: 300_000 }, async () => {
    await body(file)
  })
}

/** Buildkite's published JSON schema of a pipeline, below `../shared`. */
export const publishedSchema = 'spec/official-schema.json'
