import type { Clash } from './prove-across.ts'

/** Whether something holds of all builds of a pipeline. */
export type Answer =
  | { readonly is: 'proved'; readonly why: string }
  | {
      readonly is: 'broken'
      /** What happens, line by line. */
      readonly explanation: readonly string[]
      readonly mend: string
      /** What may keep it from happening all the same, and could not be read. */
      readonly unless?: string | undefined
      readonly clash: Clash
    }
  | { readonly is: 'undecided'; readonly why: string }
