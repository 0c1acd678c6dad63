import type { Node } from '@babel/types'
import type { Diagnostic } from '@kitewright/core'

/** A mistake in the text of a program, and where it is. */
export interface LookedAt extends Pick<Diagnostic, 'code' | 'message' | 'why' | 'hint'> {
  readonly node: Node
}
