import type { ConditionVariable } from './condition-node.ts'
import type { Mistake } from './mistake.ts'
import { suggest } from '@kitewright/schema'
import { variables } from './variables.ts'

/**
 * Names that Buildkite's own pages or its environment suggest, and what there is instead
 * (docs/spec/conditionals.md §7).
 */
const instead: Readonly<Record<string, string>> = {
  'build.pull_request_repo': 'build.pull_request.repository',
  'build.repository': 'pipeline.repository',
  'build.pull_request.number': 'build.pull_request.id',
  'build.pr': 'build.pull_request.id',
  'pipeline.name': 'pipeline.slug',
  'organization.name': 'organization.slug',
  branch: 'build.branch',
  tag: 'build.tag',
  env: 'env("NAME")',
  'build.env': 'build.env("NAME")',
}

/** The mistake of a variable that does not exist, with what may have been meant. */
export function unknownVariable(node: ConditionVariable, hasStep: boolean): Mistake {
  const { name } = node
  const mistake = { place: node, reason: 'unknown-variable' } as const
  const environment = /^(?:build\.)?env\.([A-Za-z0-9_]+)$/.exec(name)?.[1]
  if (environment !== undefined) {
    const suggestion = `build.env("${environment}")`
    return {
      ...mistake,
      message: `"${name}" does not exist: environment variables are read by ${suggestion}`,
      suggestion,
    }
  }
  if (/^(?:build\.)?meta_?data\b/.test(name))
    return { ...mistake, message: `"${name}" does not exist: conditions cannot see meta-data` }
  const known = [...variables.keys()].filter((variable) => hasStep || !variable.startsWith('step.'))
  const suggestion = Object.hasOwn(instead, name) ? instead[name] : suggest(name, known)
  if (suggestion !== undefined || name.includes('.'))
    return { ...mistake, message: `variable "${name}" does not exist`, suggestion }
  return { ...mistake, message: `variable "${name}" does not exist: text stands in quotes`, suggestion: `"${name}"` }
}
