/**
 * One cycle for each knot of nodes that wait for each other, each as the shortest way round from its first node.
 *
 * @param successors For each node, the nodes it waits for. May be deep: no recursion.
 */
export function cycles(successors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return components(successors)
    .filter((component) => component.length > 1 || successors[component[0] ?? 0]?.includes(component[0] ?? 0))
    .map((component) => shortestCycle(Math.min(...component), new Set(component), successors))
}

/** Strongly connected components, by Tarjan's algorithm with a stack of its own. */
function components(successors: readonly (readonly number[])[]): number[][] {
  const order = new Int32Array(successors.length).fill(-1)
  const low = new Int32Array(successors.length)
  const next = new Int32Array(successors.length)
  const open: number[] = []
  const isOpen = new Uint8Array(successors.length)
  const found: number[][] = []
  let visited = 0
  for (let root = 0; root < successors.length; root++) {
    if (order[root] !== -1) continue
    const path = [root]
    while (path.length > 0) {
      const node = path[path.length - 1] as number
      if (order[node] === -1) {
        order[node] = low[node] = visited++
        open.push(node)
        isOpen[node] = 1
      }
      const successor = successors[node]?.[next[node] as number]
      if (successor !== undefined) {
        next[node] = (next[node] as number) + 1
        if (order[successor] === -1) path.push(successor)
        else if (isOpen[successor]) low[node] = Math.min(low[node] as number, order[successor] as number)
        continue
      }
      path.pop()
      const parent = path[path.length - 1]
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number)
      if (low[node] !== order[node]) continue
      const component = open.splice(open.lastIndexOf(node))
      for (const member of component) isOpen[member] = 0
      found.push(component)
    }
  }
  return found
}

/** Breadth first from a node back to itself, inside its component. */
function shortestCycle(start: number, component: Set<number>, successors: readonly (readonly number[])[]): number[] {
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (const node of queue) {
    for (const successor of successors[node] ?? []) {
      if (successor === start) return walkBack(node, cameFrom)
      if (!component.has(successor) || cameFrom.has(successor)) continue
      cameFrom.set(successor, node)
      queue.push(successor)
    }
  }
  return [start]
}

function walkBack(from: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const path: number[] = []
  for (let node: number | undefined = from; node !== undefined; node = cameFrom.get(node)) path.push(node)
  return path.toReversed()
}
