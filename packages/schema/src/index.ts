export { interpolatedMark, isInterpolated } from './interpolated.ts'
export type { Interpolated } from './interpolated.ts'
