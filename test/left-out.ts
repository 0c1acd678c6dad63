import { expect, test } from 'vitest'

/** Stands in for tests that cannot run here: counted as skipped, and the reason is printed. */
export function leaveOut(name: string, reason: string): void {
  process.stderr.write(`Skipped: ${name}, since ${reason}\n`)
  test.skipIf(true)(`${name} (skipped, since ${reason})`, () => expect.unreachable())
}
