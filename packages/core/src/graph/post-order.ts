/**
 * All nodes, each after those it leads to; inside a cycle, in some order.
 *
 * @param successors For each node, the nodes it leads to. May be deep: no recursion.
 */
export function postOrder(successors: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = []
  const next = new Int32Array(successors.length)
  const isSeen = new Uint8Array(successors.length)
  for (let root = 0; root < successors.length; root++) {
    if (isSeen[root]) continue
    isSeen[root] = 1
    const path = [root]
    while (path.length > 0) {
      const node = path[path.length - 1] as number
      const successor = successors[node]?.[next[node] as number]
      if (successor === undefined) {
        order.push(node)
        path.pop()
        continue
      }
      next[node] = (next[node] as number) + 1
      if (isSeen[successor]) continue
      isSeen[successor] = 1
      path.push(successor)
    }
  }
  return order
}
