import type { Path } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import { stepBrandOf } from '../model/step-brand.ts'
import { describe } from './describe.ts'
import { type Place, problem, type ProblemText } from './problem.ts'

/** The code of a pipeline without steps. */
export const emptyPipelineCode = 'KW1011'

/** Nothing to run. */
export function emptyPipeline(pipeline: Place): Diagnostic {
  return problem(emptyPipelineCode, pipeline, [], {
    message: 'the pipeline has no steps',
    why: 'an upload without steps makes a build that does nothing and passes',
    hint: 'list at least one step; where a build may have nothing to run, give a function that returns its list',
  })
}

/** What the author's function returned is neither a list of steps nor an object with one. */
export function notAPipeline(value: unknown, pipeline: Place): Diagnostic {
  return notAListOfSteps(pipeline, [], {
    message: `the pipeline is ${stepBrandOf(value) ? 'a single step' : describe(value)}, not a list of steps`,
    hint: 'return a list, [unit, integration], or an object with one, { steps: [unit, integration] }',
  })
}

/** The `steps` of a pipeline or a group are no list. */
export function notAList(value: unknown, owner: Place, inside: Path): Diagnostic {
  return notAListOfSteps(owner, inside, {
    message: `"steps" is ${describe(value)}, not a list of steps`,
    hint: 'return a list: [unit, integration]',
  })
}

function notAListOfSteps(owner: Place, inside: Path, text: ProblemText): Diagnostic {
  return problem('KW1015', owner, inside, text)
}
