import { matchGlob } from '@kitewright/core'
import { changedGlobs } from '@kitewright/core/attributes'

/** Files that have changed where some `if_changed` hold and others do not: one for each that holds, as far as it is found. */
export function changedFilesFor(holding: readonly unknown[], others: readonly unknown[]): readonly string[] {
  return holding.flatMap((changed) => {
    const fitting = samplesOf(changed).filter((file) => isAsked(changed, file))
    return fitting.find((file) => !others.some((other) => isAsked(other, file))) ?? fitting.slice(0, 1)
  })
}

/** Whether a step with that `if_changed` stays because of a file (docs/spec/upload.md §5). */
export function isAsked(changed: unknown, file: string): boolean {
  const globs = [...changedGlobs(changed)]
  const matches = (isExcluding: boolean): boolean =>
    globs.some(({ glob, path }) => (path[1] === 'exclude') === isExcluding && (matchGlob(glob, file) ?? true))
  return matches(false) && !matches(true)
}

/** Names that the patterns may take: it is tried whether they do. */
function samplesOf(changed: unknown): readonly string[] {
  return Array.from(changedGlobs(changed), ({ glob }) => {
    const plain = glob.replaceAll(/\{([^,}]*)[^}]*\}/g, '$1').replaceAll('?', 'x')
    const deep = plain.replaceAll('**/', 'x/').replaceAll('**', 'x').replaceAll('*', 'x')
    return [
      plain.replaceAll('**/', '').replaceAll(/\*+/g, 'x'),
      deep,
      `x-${deep}`,
      deep.replace(/x(?=\.\w+$|$)/, 'xyz'),
    ]
  }).flat()
}
