import type { Described } from './reads.ts'

/** A value that is as described. Undefined where none is found, though there may be one. */
export function findValue(
  described: Described,
  likely: readonly (string | null)[],
): { readonly value: unknown } | undefined {
  if ('value' in described) return { value: described.value }
  const { isNot, passes, fails, texts: others } = described
  const fits = (value: string | null): boolean =>
    !isNot.includes(value) &&
    passes.every(({ test }) => value !== null && test(value)) &&
    fails.every(({ test }) => value === null || !test(value))
  const texts = [...likely, ...passes.flatMap(({ name }) => textsOf(name)), 'x', 'feature/x', 'v1.0.0', '', ...others]
  const found = texts.find(fits)
  return found === undefined ? undefined : { value: found }
}

/** Texts that a pattern of branches, or a regular expression, may take: it is tried whether they do. */
function textsOf(name: string): readonly string[] {
  const pattern = /^branches: (.*)$/s.exec(name)?.[1]
  if (pattern !== undefined) return [pattern.replaceAll('*', 'x'), pattern.replaceAll('*', '')]
  const source = name.replace(/^\/|\/[a-z]*$/g, '')
  const plain = source
    .replace(/^\^|^\\A|\$$|\\[zZ]$/g, '')
    .replaceAll(/\\d|\[0-9\]/g, '1')
    .replaceAll(/\\w|\[a-z[^\]]*\]|\.(?=[*+?])/gi, 'x')
  const [first = ''] = plain.replaceAll(/\(\?:|[()]/g, '').split('|')
  const loose = first
    .replaceAll(/[*?]|\{[^}]*\}/g, '')
    .replaceAll('+', '')
    .replaceAll(/\\(.)/g, '$1')
  return [loose, `${loose}x`, `x${loose}`, loose.replaceAll('.', '1'), plain.replaceAll(/\\(.)/g, '$1')]
}
