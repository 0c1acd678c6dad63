import type { BreakGate, Language, ReadShell } from './rule.ts'

/** What is asked of a pipeline beside what is always asked. Codes may be given by their beginning: `KW5` is all policy. */
export interface CheckOptions {
  /** Optional rules that are on. Default: none. */
  readonly also?: readonly string[] | undefined
  /** Rules whose findings count as errors. Default: each as its severity says. */
  readonly raise?: readonly string[] | undefined
  /** Rules whose findings are permitted wherever they come up, each with the reason. Default: none. */
  readonly allow?: Readonly<Record<string, string>> | undefined
  /**
   * Whether it is going to be printed or sent, not only checked: then what cannot be written again as it is, is an error, and
   * what takes a proof and is no error is not asked. False unless told.
   */
  readonly isRendered?: boolean | undefined
  /** What its author writes, and hints speak. Default: TypeScript. */
  readonly language?: Language | undefined
  /** Reads commands as a shell does, for the rules that need it. Without it they are not asked. */
  readonly readShell?: ReadShell | undefined
  /** Proves gates, or says what breaks them. Without it a gate that the structure does not show to hold is an error. */
  readonly breakGate?: BreakGate | undefined
  /** Patterns of the keys of steps that deploy. Default: those that look like it. */
  readonly deploys?: readonly string[] | undefined
  /** Patterns of the keys of steps that refuse what is older than what is deployed, each with the reason. Default: none. */
  readonly guards?: Readonly<Record<string, string>> | undefined
}
