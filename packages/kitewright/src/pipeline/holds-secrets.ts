import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import { secretVariables } from '../secrets/secret-variables.ts'
import { findForms } from '../secrets/find-forms.ts'
import { writtenForms } from '../secrets/written-forms.ts'
import type { World } from '../world/world.ts'

/** The names of the variables whose values a pipeline holds, in whatever form. */
export function secretsIn(pipeline: string, env: World['env'], given: World['env'] = {}): readonly string[] {
  const found = secretVariables(env, given).filter(
    ([, value]) => findForms([writtenForms(value)[0]])(pipeline).length > 0,
  )
  return [...new Set(found.map(([name]) => name))]
}

/** What is wrong with a pipeline that is sent or kept, and holds the values of secret variables. */
export function holdsSecrets(names: readonly string[]): LocatedDiagnostic {
  return {
    code: 'KW4091',
    severity: 'error',
    message: `the pipeline holds ${names.length === 1 ? 'the value' : 'values'} of ${names.join(', ')}`,
    path: [],
    why: 'everybody who sees the build would see what the names of these variables call secret',
    hint: 'let the step read it when it runs: secrets, or $NAME in its command; --allow-secrets uploads it all the same',
    related: [],
  }
}
