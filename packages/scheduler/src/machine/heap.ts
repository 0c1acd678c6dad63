/** A queue whose first is always the least. */
export interface Heap<Item> {
  readonly items: Item[]
  readonly isBefore: (one: Item, other: Item) => boolean
}

export function createHeap<Item>(isBefore: Heap<Item>['isBefore']): Heap<Item> {
  return { items: [], isBefore }
}

export function push<Item>({ items, isBefore }: Heap<Item>, item: Item): void {
  let at = items.length
  items.push(item)
  while (at > 0) {
    const above = (at - 1) >> 1
    const parent = items[above] as Item
    if (!isBefore(item, parent)) break
    items[at] = parent
    at = above
  }
  items[at] = item
}

/** Takes the least out. Returns undefined if there is none. */
export function pop<Item>({ items, isBefore }: Heap<Item>): Item | undefined {
  const [first] = items
  const last = items.pop()
  if (last === undefined || items.length === 0) return first
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    if (below >= items.length) break
    if (below + 1 < items.length && isBefore(items[below + 1] as Item, items[below] as Item)) below++
    if (!isBefore(items[below] as Item, last)) break
    items[at] = items[below] as Item
    at = below
  }
  items[at] = last
  return first
}
