import type { Rule } from '../rule.ts'
import { adjustmentDimensions } from '../rules/adjustment-dimensions.ts'
import { adjustmentSkipsNothing } from '../rules/adjustment-skips-nothing.ts'
import { matrixElementLength } from '../rules/matrix-element-length.ts'
import { matrixTooLarge } from '../rules/matrix-jobs.ts'
import { matrixToken } from '../rules/matrix-token.ts'
import { matrixWithParallelism } from '../rules/matrix-with-parallelism.ts'
import { tokenNotExpanded } from '../rules/token-not-expanded.ts'
import { tokenWithoutMatrix } from '../rules/token-without-matrix.ts'
import { unusedMatrix } from '../rules/unused-matrix.ts'

/** A matrix, and the tokens that stand for its values. */
export const rules: readonly Rule[] = [
  matrixTooLarge,
  matrixElementLength,
  matrixWithParallelism,
  adjustmentDimensions,
  adjustmentSkipsNothing,
  matrixToken,
  tokenWithoutMatrix,
  unusedMatrix,
  tokenNotExpanded,
]
