import type { BuildContext, GivenContext } from '@kitewright/core'

/** What conditions read that a build can be given (docs/spec/conditionals.md §7); the rest follows from it. */
const settable =
  /^(?:build\.(?:id|commit|branch|number|message|tag|source|(?:creator|author)\.(?:name|email)|pull_request\.(?:id|base_branch|draft|repository)|merge_queue\.(?:base_branch|base_commit))|pipeline\.(?:id|slug|default_branch|repository)|organization\.(?:id|slug))$/
const settableList = /^build\.(?:creator\.teams|author\.teams|pull_request\.labels)$/

type Values = Readonly<Record<string, unknown>>

/** A build with facts of it, by what conditions read; and those that no build can be given. */
export function withFacts(
  { build, pipeline, organization, env }: BuildContext,
  facts: readonly (readonly [string, unknown])[],
): { readonly given: GivenContext; readonly unset: readonly string[] } {
  const { isTrusted: _isTrusted, ...own } = build
  let given: Values = { build: own, pipeline, organization }
  const variables: Record<string, string> = {}
  const unset: string[] = []
  for (const [read, value] of facts) {
    const variable = variableOf(read)
    const [, list = '', item] = /^([\w.]+) includes ["']([^"']*)["']$/.exec(read) ?? []
    if (variable !== undefined) Object.assign(variables, value !== null && { [variable]: String(value) })
    else if (settable.test(read)) given = withValue(given, read.split('.'), value)
    else if (settableList.test(list)) given = withItem(given, list.split('.'), item, value)
    else unset.push(read)
  }
  return { given: { ...given, env: { ...env, ...variables } }, unset }
}

/** The variable of the environment that a condition reads. */
export function variableOf(read: string): string | undefined {
  return /^(?:build\.)?env\(\s*["']([^"']+)["']\s*\)$/.exec(read)?.[1]
}

function withValue(map: Values, [name = '', ...rest]: readonly string[], value: unknown): Values {
  const { [name]: old, ...others } = map
  // What is not there has no values either.
  if (value === null) return rest.length === 0 ? others : old === undefined ? map : { ...map, [name]: inside() }
  return { ...map, [name]: inside() }

  function inside(): unknown {
    const empty = name === 'pull_request' ? { id: '1', draft: false, labels: [] } : {}
    return rest.length === 0 ? value : withValue((old ?? empty) as Values, rest, value)
  }
}

function withItem(map: Values, path: readonly string[], item: unknown, isIn: unknown): Values {
  const known = path.reduce<unknown>((value, name) => Object(value)[name] as unknown, map)
  const others = (Array.isArray(known) ? (known as readonly unknown[]) : []).filter((one) => one !== item)
  if (isIn !== true && known === undefined) return map
  return withValue(map, path, isIn === true ? [...others, item] : others)
}
