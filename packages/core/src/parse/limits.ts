/**
 * Where this reader stops, so that no input takes it long. Real pipelines are far below: the largest of 392 has
 * 106 kB, and an upload may hold 500 jobs.
 */
export const limits = {
  /** UTF-16 units of one stream. */
  characters: 2_000_000,
  /** Levels of nesting, aliases written out. The agent stops at 10,000. */
  depth: 500,
  /** Values of one document, aliases and merges written out. */
  values: 100_000,
} as const
