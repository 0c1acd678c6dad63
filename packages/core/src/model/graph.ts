import type { InterpolatedValue, Path, PlainMap, StepKind } from '@kitewright/schema'
import type { Trace } from './origin.ts'
import type { Permissions } from './generated/codes.ts'
import type { Step } from './step.ts'
import type { RawNames } from './written-attributes.ts'

/** A dependency of one step on another. */
export interface Edge {
  /** Index of the step depended on; absent where another upload makes it. */
  readonly to?: number | undefined
  /** What is printed where no step of this pipeline is meant. */
  readonly external?: string | InterpolatedValue | undefined
  /** Whether the dependent runs even if that step failed; as the author wrote it. */
  readonly allowFailure?: boolean | string | undefined
  /** Where it was written inside the step, such as `['depends_on', 1]`. */
  readonly path: Path
}

/** One step in its place. */
export interface Node {
  /** Its number in authored order, a group before its steps. */
  readonly index: number
  readonly kind: StepKind
  /**
   * What names it in this pipeline; never absent, and no other step's. Its key, as it was written or as its label gives
   * it; of several steps with one key, the first has it, and the others are numbered: `unit#2`. A step that has neither
   * key nor label is told by its kind and what it runs, behind the id of its group, and always numbered: `wait#1`,
   * `command/npm-ci#1`, `tests/wait#2`. No key may hold `#`, so that a new key takes no such id, and a new step changes the
   * ids of others only where it stands before steps that would be called the same.
   */
  readonly id: string
  /** What a person calls it: its label as it was written, else what it runs, else its kind. */
  readonly label: string
  /** The author's value. */
  readonly step: Step
  readonly trace: Trace
  /** Where it stands in the argument of that call, if it has none of its own: a step of a list in `raw`. */
  readonly within?: Path | undefined
  /** Where it stands in the flattened pipeline, such as `['steps', 2, 'steps', 0]`. */
  readonly path: Path
  /** Index of the group it stands in. */
  readonly group?: number | undefined
  /** Indexes of a group's steps. */
  readonly children: readonly number[]
  /** The key that simulations, tests and dependencies name it by: authored, else derived from the label. */
  readonly key?: string | undefined
  /** The key as it is printed: where authored, or where another step depends on it. */
  readonly printedKey?: string | InterpolatedValue | undefined
  /** What its author wrote, `raw` merged in, before anything is made of it. */
  readonly written: PlainMap
  /** Attributes as they are sent: `raw` merged in, by their usual names; without `key`, `depends_on`, `steps`. */
  readonly attributes: PlainMap
  /** Attributes that the author took out of type checking by writing them in `raw`, with their names there. */
  readonly raw: RawNames
  /** Dependencies in authored order; absent where the step follows the order of the list. */
  readonly edges?: readonly Edge[] | undefined
  readonly allow: Permissions
}

/** A pipeline with keys given, references turned into edges and lists flattened. */
export interface Graph {
  /** Every step in authored order; an index is a position in this list. */
  readonly nodes: readonly Node[]
  /** Indexes of the steps that stand in no group. */
  readonly roots: readonly number[]
  /** The pipeline's own attributes as they are sent, without `steps`. */
  readonly attributes: PlainMap
  readonly raw: RawNames
  /** The call of `definePipeline`. */
  readonly trace: Trace
  readonly allow: Permissions
  /** As authored: which steps must never start without which approval. */
  readonly gates: PlainMap
  /** Whether a function of the author's made it for this build: then it may have nothing to run. */
  readonly isComputed: boolean
  /** Whether its list holds something, be it only what vanishes. */
  readonly holdsEntries: boolean
}
