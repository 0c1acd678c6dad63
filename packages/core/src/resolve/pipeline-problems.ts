import type { Diagnostic } from '../model/diagnostic.ts'
import { stepMarkOf } from '../model/step-mark.ts'
import { describe } from './describe.ts'
import { type Place, problem } from './problem.ts'

/** Nothing to run. */
export function emptyPipeline(pipeline: Place): Diagnostic {
  return problem('KW1011', pipeline, [], {
    message: 'the pipeline has no steps',
    why: 'an upload without steps makes a build that does nothing and passes',
    hint: 'return at least one step for every build',
  })
}

/** What the author's function returned is neither a list of steps nor an object with one. */
export function notAPipeline(value: unknown, pipeline: Place): Diagnostic {
  return problem('KW1015', pipeline, [], {
    message: `the pipeline is ${stepMarkOf(value) ? 'a single step' : describe(value)}, not a list of steps`,
    hint: 'return a list, [unit, integration], or an object with one, { steps: [unit, integration] }',
  })
}
