/** What is used of MiniSat, as the package gives it, which comes without types. */
declare module 'logic-solver' {
  /** A formula: a variable by its name, or one that is made of others. */
  export type Formula = string | { readonly type: string }

  export function not(operand: Formula): Formula
  export function and(operands: readonly Formula[]): Formula
  export function or(operands: readonly Formula[]): Formula
  export function xor(one: Formula, other: Formula): Formula

  export class Solver {
    /** Null where nothing makes a formula hold. */
    solveAssuming(formula: Formula): object | null
  }
}
