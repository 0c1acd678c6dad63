import { asMap } from './read-value.ts'

/** A secret that a step or pipeline asks for, and the variable that it is put into. */
export interface DeclaredSecret {
  readonly key: string
  readonly variable: string
  readonly path: readonly (string | number)[]
}

/** Reads every form of `secrets` (docs/spec/pipeline.md §5.7). */
export function* declaredSecrets(secrets: unknown): Iterable<DeclaredSecret> {
  if (!Array.isArray(secrets)) {
    for (const [variable, key] of Object.entries(asMap(secrets)))
      if (typeof key === 'string') yield { key, variable, path: ['secrets', variable] }
    return
  }
  for (const [index, item] of secrets.entries()) {
    const { key = item, environment_variable: variable = key } = asMap(item)
    if (typeof key === 'string' && typeof variable === 'string') yield { key, variable, path: ['secrets', index] }
  }
}
