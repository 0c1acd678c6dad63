// Written by `pnpm codegen` from schemas/graph.schema.json. Edit that file instead.

/**
 * A pipeline for one build: its steps, and what each of them waits for.
 */
export interface GraphJson {
  /**
   * The version of this form. It changes when a reader of an older one would go wrong.
   */
  readonly version: 1
  /**
   * What the pipeline has beside its steps, by Buildkite's names.
   */
  readonly attributes: {
    readonly [name: string]: unknown
  }
  /**
   * Every step in the order of the pipeline, a group before its steps.
   */
  readonly nodes: readonly GraphNode[]
  /**
   * Which steps must never start without which others, as `gates` of the pipeline demands.
   */
  readonly gates: readonly GraphGate[]
}

/**
 * One step in its place.
 */
export interface GraphNode {
  /**
   * What names the step in this graph, and no other step: its key where it has one; otherwise made of its group,
   * its kind and what it runs, and numbered, as in `tests/wait#2`. A step added elsewhere does not change it.
   */
  readonly id: string
  /**
   * The kind of step.
   */
  readonly kind: 'command' | 'block' | 'input' | 'wait' | 'trigger' | 'group'
  /**
   * The key that dependencies, tests and simulations name the step by: as it was written, otherwise of its
   * label. Printed only where it was written or another step depends on it.
   */
  readonly key?: string | undefined
  /**
   * What a person calls the step: its label as it was written, otherwise what it runs, otherwise its kind.
   */
  readonly label: string
  /**
   * Where the step stands in the pipeline that is printed, such as `["steps", 2]`.
   */
  readonly path: readonly (string | number)[]
  /**
   * The id of the group that the step stands in.
   */
  readonly group?: string | undefined
  /**
   * The ids of a group's steps.
   */
  readonly steps?: readonly string[] | undefined
  /**
   * How many jobs the step becomes, by its matrix or parallelism; 0 for what runs nothing.
   */
  readonly jobs: number
  /**
   * The step's attributes by Buildkite's names, without `key`, `depends_on` and `steps`. A value that the
   * uploading agent fills in is `{ "$interpolated": "git-${BUILDKITE_COMMIT}" }`, and a name that it fills in
   * begins with `$interpolated:`.
   */
  readonly attributes: {
    readonly [name: string]: unknown
  }
  /**
   * What `depends_on` names, in its order; absent where the step follows the order of its list.
   */
  readonly edges?: readonly GraphEdge[] | undefined
  /**
   * The steps that must be over before this one may start, those of the order of the list and of its group
   * included; of a group, before any of its steps may. A step that is left out of a build counts as over.
   */
  readonly waitsFor: readonly GraphPrerequisite[]
}

/**
 * A demand of `gates`: the step never starts without the gate.
 */
export interface GraphGate {
  /**
   * A step that is named, and may not be there.
   */
  readonly step: GraphReference
  /**
   * A step that is named, and may not be there.
   */
  readonly gate: GraphReference
}

/**
 * A dependency as it was written.
 */
export interface GraphEdge {
  /**
   * The id of the step; absent where another upload makes it.
   */
  readonly to?: string | undefined
  /**
   * The key of a step that another upload makes, or the expression that the uploading agent makes it of.
   */
  readonly external?: string | undefined
  /**
   * Whether the step may start also where that one failed.
   */
  readonly allowFailure?: boolean | undefined
  /**
   * Where it was written inside the step, such as `["depends_on", 0]`.
   */
  readonly path: readonly (string | number)[]
}

/**
 * A step that must be over before another one may start.
 */
export interface GraphPrerequisite {
  /**
   * Its id. A group is over when all of its steps are.
   */
  readonly step: string
  /**
   * Why: `depends_on` names it; it is a `barrier`, a wait or block that the other one stands behind; or the
   * `order` of the list puts it before the other one, which is a wait or block. What is not by `depends_on` is
   * implicit.
   */
  readonly by: 'depends_on' | 'barrier' | 'order'
  /**
   * Present where it is what the group of the other one waits for.
   */
  readonly ofGroup?: true | undefined
  /**
   * Present where the other one may start although this one failed, or never ran.
   */
  readonly toleratesFailure?: true | undefined
  /**
   * The ids of barriers in whose place it counts: only in builds that have none of them.
   */
  readonly insteadOf?: readonly string[] | undefined
}

/**
 * A step that is named, and may not be there.
 */
export interface GraphReference {
  /**
   * Its key, else what the pipeline calls it.
   */
  readonly key: string
  /**
   * The id of the step; absent where this build has none.
   */
  readonly id?: string | undefined
}
