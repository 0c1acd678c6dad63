import type { BuildContext } from '@kitewright/core'
import type { UsualContext } from '@kitewright/prover'

/** What an author says of a build for which a pipeline is proved too. */
export interface Named {
  readonly branch?: string | undefined
  readonly tag?: string | undefined
  readonly message?: string | undefined
  readonly source?: string | undefined
  /** The pull request's number; a build without one is of none. */
  readonly pull?: string | undefined
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** Any, unless told. */
  readonly changedFiles?: readonly string[] | undefined
}

/** A build that an author names: what is named is known of it, and what is not may be anything. */
export function namedContext(name: string, context: BuildContext, named: Named): UsualContext {
  const { branch, tag, message, source, pull, env = {}, changedFiles } = named
  const texts = Object.entries({ branch, message, source }).flatMap(([field, value]) =>
    value === undefined ? [] : [[`build.${field}`, { value }] as const],
  )
  const variables = Object.entries(env).flatMap(([variable, value]) =>
    value === undefined
      ? []
      : ['env', 'build.env'].map((read) => [`${read}(${JSON.stringify(variable)})`, { value }] as const),
  )
  const known = new Map<string, { readonly value: string | null }>([
    ...texts,
    ...variables,
    ['build.tag', { value: tag ?? null }],
    ['build.pull_request.id', { value: pull ?? null }],
  ])
  return { name, known, changedFiles, context }
}
