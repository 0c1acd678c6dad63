import { type Site, isWrapper, meaningOf } from './site.ts'

/** How many elements a list has that is written out, here or under a name. Returns undefined if it is computed. */
export function listLength(site: Site, fuel = 20): number | undefined {
  const { node } = site
  if (fuel <= 0) return undefined
  if (isWrapper(node)) return listLength({ ...site, node: node.expression }, fuel - 1)
  if (node.type === 'ArrayExpression') {
    const lengths = node.elements.map((element) =>
      element?.type === 'SpreadElement' ? listLength({ ...site, node: element.argument }, fuel - 1) : 1,
    )
    return lengths.reduce((sum, length) => (sum === undefined || length === undefined ? undefined : sum + length), 0)
  }
  const meaning = node.type === 'Identifier' ? meaningOf(site, node.name) : undefined
  return meaning === undefined || meaning.keys.length > 0 ? undefined : listLength(meaning.site, fuel - 1)
}
