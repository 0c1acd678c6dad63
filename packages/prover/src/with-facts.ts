import type { BuildContext, GivenContext } from '@kitewright/core'

/** What conditions read that a build can be given (docs/spec/conditionals.md §7); the rest follows from it. */
const settable =
  /^(?:build\.(?:id|commit|branch|number|message|tag|source|(?:creator|author)\.(?:name|email)|pull_request\.(?:id|base_branch|draft|repository)|merge_queue\.(?:base_branch|base_commit))|pipeline\.(?:id|slug|default_branch|repository)|organization\.(?:id|slug))$/
const settableList = /^build\.(?:creator\.teams|author\.teams|pull_request\.labels)$/

type Map = Record<string, unknown>

/** A build with facts of it, by what conditions read; and those that no build can be given. */
export function withFacts(
  { build, pipeline, organization, env }: BuildContext,
  facts: readonly (readonly [string, unknown])[],
): GivenContext & { readonly unset: readonly string[] } {
  const { isTrusted: _isTrusted, ...own } = build
  const made = structuredClone({ build: own, pipeline, organization }) as Map
  const variables: Record<string, string> = {}
  const unset: string[] = []
  for (const [read, value] of facts) {
    const [, variable] = /^(?:build\.)?env\(\s*["']([^"']+)["']\s*\)$/.exec(read) ?? []
    const [, list = '', item] = /^([\w.]+) includes ["']([^"']*)["']$/.exec(read) ?? []
    if (variable !== undefined) setVariable(variables, variable, value)
    else if (settable.test(read)) set(made, read.split('.'), value)
    else if (settableList.test(list)) include(made, list.split('.'), item, value)
    else unset.push(read)
  }
  return { ...made, env: { ...env, ...variables }, unset }
}

function setVariable(variables: Record<string, string>, name: string, value: unknown): void {
  if (value !== null) variables[name] = String(value)
}

function set(map: Map, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    // What is not there has no values either.
    if (map[name] === undefined && value === null) return
    const inner = (map[name] ?? (name === 'pull_request' ? { id: '1', draft: false, labels: [] } : {})) as Map
    map[name] = inner
    set(inner, rest, value)
  } else if (value === null) delete map[name]
  else map[name] = value
}

function include(map: Map, path: readonly string[], item: unknown, isIn: unknown): void {
  const known = path.reduce<unknown>((value, name) => Object(value)[name] as unknown, map)
  const others = (Array.isArray(known) ? (known as readonly unknown[]) : []).filter((one) => one !== item)
  if (isIn === true || known !== undefined) set(map, path, isIn === true ? [...others, item] : others)
}
