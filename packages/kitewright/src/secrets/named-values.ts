import { isWrittenOut } from '@kitewright/core'
import type { Stretch } from '../world/world.ts'

const quoted =
  /\b([A-Za-z_]\w*)["']?[ \t]*[:=][ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\[^])*)`)/dg
/** Of YAML and of a shell: no text of more than one word, and none that may be an expression. */
const plain = /\b([A-Za-z_]\w*)["']?(?::[ \t]+|=)([^\s"'`$&*!|>%@#,[\]{}()]+)(?=[\s,}\]"'`]|$)/dgm

/** Where a source writes a value out under a name that says it is secret: also where the source cannot be read. */
export function namedValues(source: string, isYaml: boolean, isSecret: (name: string) => boolean): readonly Stretch[] {
  const patterns = isYaml ? [quoted, plain] : [quoted]
  return patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].flatMap(({ 1: name = '', indices, ...groups }) => {
      const found = [2, 3, 4].find((group) => isWrittenOut(groups[group as 2]))
      const stretch = found === undefined ? undefined : indices?.[found]
      return stretch !== undefined && isSecret(name) ? [stretch] : []
    }),
  )
}
