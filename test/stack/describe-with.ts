import { afterAll, describe } from 'vitest'
import { leaveOut } from '../left-out.ts'

/**
 * Groups tests that need something started. Where it could not be they are skipped, with the reason; it is stopped after
 * them.
 *
 * @param part What was started, or why it was not.
 */
export function describeWith<Part extends object>(
  name: string,
  part: (Part & { readonly stop?: () => void | Promise<void> }) | string,
  body: (part: Part) => void,
): void {
  if (typeof part === 'string') return leaveOut(name, part)
  // Outside the group: where all of its tests are skipped, what stands inside is not run.
  if (part.stop !== undefined) afterAll(part.stop, 120_000)
  describe(`${name}`, { timeout: 600_000 }, () => {
    try {
      body(part)
    } catch (error) {
      // No test is run then, and nothing after them.
      void part.stop?.()
      throw error
    }
  })
}
