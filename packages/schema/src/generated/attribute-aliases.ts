// Written by `pnpm codegen` from schemas/pipeline.schema.json. Edit that file instead.

import type { StepKind } from './step-kind.ts'

/** Other spellings, each with the attribute that it stands for. Of several for one attribute, the first that is there counts. */
export const attributeAliases: { readonly [kind in StepKind | 'pipeline']: { readonly [alias: string]: string } } = {
  command: {
    commands: 'command',
    name: 'label',
    id: 'key',
    identifier: 'key',
    timeout: 'timeout_in_minutes',
    artifacts: 'artifact_paths',
    agent_query_rules: 'agents',
  },
  block: { manual: 'block', label: 'block', name: 'block', id: 'key', identifier: 'key' },
  input: { label: 'input', name: 'input', id: 'key', identifier: 'key' },
  wait: { waiter: 'wait', label: 'wait', name: 'wait', id: 'key', identifier: 'key' },
  trigger: { name: 'label', id: 'key', identifier: 'key' },
  group: { label: 'group', name: 'group', id: 'key', identifier: 'key' },
  pipeline: {},
}
