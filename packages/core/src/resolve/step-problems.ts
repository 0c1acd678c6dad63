import type { Path, PlainMap, StepKind } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import { modelVersion } from '../model/brand.ts'
import { maximumLevels } from '../model/levels.ts'
import { pipelineBrandOf } from '../model/pipeline.ts'
import type { Step } from '../model/step.ts'
import type { StepBrand } from '../model/step-brand.ts'
import { describe } from './describe.ts'
import { otherVersion } from './other-version.ts'
import { type Place, problem } from './problem.ts'
import { labelAttribute, stepName } from '../model/step-name.ts'

/** An entry of a steps list is no step. */
export function notAStep(value: unknown, owner: Place, inside: Path): Diagnostic {
  const isObject = typeof value === 'object' && !(value instanceof Promise)
  return problem('KW1012', owner, inside, {
    message: `a list of steps holds ${describe(value)}, which is not a step`,
    why: isObject
      ? 'a plain object, or a copy by spreading, is only attributes'
      : 'only what command, block, input, wait, trigger and group return is a step',
    hint: isObject
      ? 'make a step of it: command({ … })'
      : `write ${value === 'wait' ? 'wait()' : `command({ command: ${typeof value === 'string' ? quoted(value) : '…'} })`}`,
  })
}

/** A short text as its author would write it. */
function quoted(text: string): string {
  return text.length <= 60 && !/['\\\n]/.test(text) ? `'${text}'` : "'…'"
}

/** A list of steps without end. */
export function listInItself(_: unknown, owner: Place, inside: Path): Diagnostic {
  return problem('KW1012', owner, inside, {
    message: 'a list of steps holds itself',
    why: 'it would have no end',
    hint: 'take the list out of itself, or put a copy into it: [...steps]',
  })
}

/** Lists of steps, or groups, deeper in one another than anybody means. */
export function listTooDeep(_: unknown, owner: Place, inside: Path): Diagnostic {
  return problem('KW1012', owner, inside, {
    message: `steps stand more than ${maximumLevels} lists deep`,
    why: 'what is deeper is not read, and would be lost',
    hint: 'put the steps into one list: steps.flat(Infinity)',
  })
}

/** A pipeline in a list that has no steps to give: it stands in itself, was made by another version, or its function was not called. */
export function unusablePipeline(value: unknown, owner: Place, inside: Path): Diagnostic {
  const version = pipelineBrandOf(value)?.version ?? modelVersion
  if (version !== modelVersion) {
    const { code, ...text } = otherVersion('a pipeline in this list', version)
    return problem(code, owner, inside, { ...text, hint: 'install one version of kitewright' })
  }
  return problem('KW1012', owner, inside, {
    message: 'a pipeline stands in its own list of steps',
    why: 'it would have no end',
    hint: 'take it out of the list, and write its steps there',
  })
}

/** A group that Buildkite would refuse. */
export function groupWithoutSteps(group: Place & { readonly step: Step; readonly written: PlainMap }): Diagnostic {
  return problem('KW1013', group, 'steps' in group.written ? ['steps'] : [], {
    message: `${stepName(group.step)} has no steps`,
    why: 'Buildkite refuses a group without steps',
    hint: 'give it steps, or leave it out where it would be empty',
  })
}

/** A step with the circumstances that decide whether it can stand where it does. */
export interface Candidate {
  readonly step: Step
  readonly brand: StepBrand
  readonly place: Place
  /** The group it stands in. */
  readonly group: Step | undefined
  /** Whether the same value stands earlier in the pipeline. */
  readonly isListed: boolean
}

/** Why a step cannot be part of the pipeline. Returns undefined if it can. */
export function unusableStep({ step, brand, place, isListed }: Candidate): Diagnostic | undefined {
  if (brand.version !== modelVersion) {
    const { code, ...text } = otherVersion(stepName(step), brand.version)
    return problem(code, place, [], {
      ...text,
      hint: 'install one version of kitewright, for the pipeline and for the presets it imports',
    })
  }
  if (brand.given) {
    return problem('KW1016', place, [], {
      message: `${brand.kind}(…) was given ${describe(brand.given.value)}, not an object of attributes`,
      hint: `write ${brand.kind}({ ${typeof brand.given.value === 'string' && brand.kind !== 'wait' ? `${brand.kind}: ${quoted(brand.given.value)}` : '…'} })`,
    })
  }
  if (isListed) {
    return problem('KW1005', place, [], {
      message: `${stepName(step)} stands in the pipeline twice`,
      why: 'a step is one place in the build, and its key can be used once',
      hint: brand.sequence
        ? 'list it in the sequence or by itself, not both'
        : `copy it where it is to run again: ${brand.kind}({ ...step${renamed(brand.kind)} })`,
    })
  }
  if (brand.kind === 'wait' && brand.sequence) {
    return problem('KW1017', place, [], {
      message: 'a wait step has no place in a sequence',
      why: 'each part of a sequence already waits for the part before',
      hint: 'leave the wait out; a part whose failure is to be tolerated takes allow_dependency_failure on its followers',
    })
  }
  return undefined
}

/** The attribute that gives a copy a name of its own. A wait has none. */
function renamed(kind: StepKind): string {
  return kind === 'wait' ? '' : `, ${labelAttribute(kind)}: '…'`
}

/** Why a step must not stand where it does. It is kept all the same, and checked. Returns undefined if it may. */
export function misplacedStep({ step, brand, place, group }: Candidate): Diagnostic | undefined {
  if (brand.kind === 'group' && group) {
    return problem('KW1010', place, [], {
      message: `${stepName(step)} stands inside ${stepName(group)}`,
      why: 'Buildkite refuses a group inside a group',
      hint: 'put its steps into the outer list, or the group beside the other one',
    })
  }
  return undefined
}
