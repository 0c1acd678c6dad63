export { blocksBeside, isBarrier } from './barriers.ts'
export { gateNodes } from './gates.ts'
export { type Prerequisite, prerequisites, waitingGraph } from './prerequisites.ts'
export { postOrder } from '../graph/post-order.ts'
