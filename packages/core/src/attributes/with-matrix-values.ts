import type { MatrixValues } from './matrix.ts'
import { matrixToken } from './matrix-tokens.ts'

/** A text with the values of one combination in the place of its tokens; other tokens stay. */
export function withMatrixValues(text: string, values: MatrixValues): string {
  return text.replace(matrixToken, (token, name: string = '') =>
    Object.hasOwn(values, name) ? (values[name] ?? token) : token,
  )
}
