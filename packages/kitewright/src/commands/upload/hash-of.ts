import { createHash } from 'node:crypto'

/** The first digits of a text's SHA-256: what tells one upload from another. */
export function hashOf(text: string, length = 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}
