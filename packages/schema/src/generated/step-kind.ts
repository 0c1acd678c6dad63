// Written by `pnpm codegen` from schemas/pipeline.schema.json. Edit that file instead.

/** The kinds of step. */
export type StepKind = 'command' | 'block' | 'input' | 'wait' | 'trigger' | 'group'

/** The kinds of step, in the order in which the documentation names them. */
export const stepKinds: readonly StepKind[] = ['command', 'block', 'input', 'wait', 'trigger', 'group']
