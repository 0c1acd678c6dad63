export { declareEnvironment } from './declared-environment.ts'
export { escapeDollar } from './escape-dollar.ts'
export type { InterpolationFault } from './expression.ts'
export { type Environment, interpolate, type Interpolation } from './interpolate.ts'
