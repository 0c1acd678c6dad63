import type { AgentStepKind } from '../parse/decode-steps.ts'
import type { MergedPair } from '../parse/merged-pairs.ts'

// The agent's own order (docs/spec/pipeline.md §4.1, §4.2, §5.1); it reads older spellings of these two kinds only.
const spellings: { readonly [kind in AgentStepKind]?: readonly (readonly [name: string, older: readonly string[]])[] } =
  {
    command: [
      ['key', ['id', 'identifier']],
      ['label', ['name']],
    ],
    group: [
      ['key', ['id', 'identifier']],
      ['group', ['label', 'name']],
    ],
  }

/** Pairs under the names that the agent gives them: `name` becomes `label`, `commands` takes the place of `command`. */
export function renameSpellings(pairs: readonly MergedPair[], kind: AgentStepKind): readonly MergedPair[] {
  const names = new Set(pairs.map(({ name }) => name))
  const renamed = new Map<string, string>()
  for (const [name, older] of spellings[kind] ?? []) {
    const used = names.has(name) ? undefined : older.find((spelling) => names.has(spelling))
    if (used !== undefined) renamed.set(used, name)
  }
  if (kind === 'command' && names.has('commands')) renamed.set('commands', 'command')
  return pairs
    .filter(({ name }) => name !== 'command' || !renamed.has('commands'))
    .map((pair) => ({ ...pair, name: renamed.get(pair.name) ?? pair.name }))
}
