/** Longest key that Buildkite takes (docs/spec/pipeline.md §4.1). */
export const maximumKeyLength = 100

/**
 * The key that a label stands for: emoji codes left out, accents taken off, ASCII letters and digits in lower case,
 * the rest `-`.
 *
 * @returns An empty text where nothing is left.
 * @example slug(':rocket: Deploy test') // 'deploy-test'
 */
export function slug(label: string): string {
  return label
    .replace(/:[\w+-]+:/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, maximumKeyLength)
    .replace(/-$/, '')
}
