// Written by `pnpm codegen` from schemas/pipeline.schema.json. Edit that file instead.

import type { StepKind } from './step-kind.ts'

/** A place whose text the agent leaves as it is when a pipeline is uploaded. */
export interface LiteralPlace {
  /** From the step or the pipeline; `*` is any index. Everything below belongs to the place. */
  readonly path: readonly string[]
  /** Keys below the path that are interpolated all the same. */
  readonly except?: readonly string[]
}

/** The places that the agent does not interpolate (docs/spec/upload.md §4.3, compared with agent 3.137). */
export const literalPlaces: { readonly [kind in StepKind | 'pipeline']: readonly LiteralPlace[] } = {
  command: [
    { path: ['matrix', 'adjustments', '*', 'skip'] },
    { path: ['secrets'] },
    { path: ['checkout', 'skip'] },
    { path: ['checkout', 'submodules'] },
    { path: ['checkout', 'lfs'] },
    { path: ['checkout', 'depth'] },
    { path: ['checkout', 'sparse'] },
    { path: ['checkout', 'ssh_secret'] },
    { path: ['checkout', 'commit_verification'] },
    { path: ['cache'], except: ['name', 'size', 'paths'] },
    { path: ['signature'] },
  ],
  block: [],
  input: [],
  wait: [],
  trigger: [],
  group: [],
  pipeline: [
    { path: ['secrets'] },
    { path: ['checkout', 'ssh_secret'] },
    { path: ['checkout', 'skip'] },
    { path: ['checkout', 'submodules'] },
    { path: ['checkout', 'lfs'] },
    { path: ['checkout', 'depth'] },
    { path: ['checkout', 'sparse'] },
    { path: ['checkout', 'commit_verification'] },
  ],
}
