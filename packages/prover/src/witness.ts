import type { Build, BuildContext, Node } from '@kitewright/core'
import { failsSoftly } from '@kitewright/core/attributes'
import type { BuildScenario } from '@kitewright/scheduler'
import type { Break } from './break-gate.ts'
import { findValue } from './find-text.ts'

/** A build that breaks a gate, as `simulate` takes it. */
export interface Witness {
  readonly build: Partial<Build>
  readonly env: Readonly<Record<string, string>>
  readonly scenario: Pick<BuildScenario, 'outcomes' | 'unblock'>
}

/** Something that a condition reads and that was not found a value for. */
export interface Unfound {
  readonly read: string
}

/** Makes a build of a break: values for all that conditions read of it. */
export function witnessOf(found: Break, { build, env }: BuildContext): Witness | Unfound {
  const given: Record<string, unknown> = {}
  const pull: Record<string, unknown> = {}
  const variables: Record<string, string> = {}
  for (const [read, described] of found.reads) {
    const usual = { 'build.branch': build.branch, 'build.tag': build.tag ?? null }[read] ?? null
    const likely = read === 'build.branch' ? [usual, 'main'] : [usual]
    const value = findValue(described, likely)
    const [, field] = /^build\.(branch|tag|message|source|commit)$/.exec(read) ?? []
    const [, ofPull] = /^build\.pull_request\.(id|base_branch|draft|repository)$/.exec(read) ?? []
    const [, variable] = /^(?:build\.)?env\(\s*["']([^"']+)["']\s*\)$/.exec(read) ?? []
    if (value === undefined) return { read }
    if (field !== undefined) given[field] = value.value ?? undefined
    else if (ofPull !== undefined) pull[ofPull] = value.value ?? undefined
    else if (variable !== undefined) variables[variable] = String(value.value ?? '')
    else return { read }
  }
  const hasPull = build.pull_request !== undefined || (pull['id'] ?? undefined) !== undefined
  return {
    build: {
      ...build,
      ...(given as Partial<Build>),
      pull_request: hasPull
        ? { id: '1', draft: false, labels: [], ...build.pull_request, ...withoutUndefined(pull) }
        : undefined,
    },
    env: { ...(env as Readonly<Record<string, string>>), ...variables },
    scenario: {
      outcomes: Object.fromEntries(found.failed.map((node) => [keyOf(node), hardFailure(node)])),
      unblock: Object.fromEntries(found.continued.map((node) => [keyOf(node), true as const])),
    },
  }
}

function keyOf({ key, id }: Node): string {
  return key ?? id
}

/** An exit status that no `soft_fail` forgives. */
function hardFailure({ attributes }: Node): number | 'failed' {
  const status = Array.from({ length: 255 }, (_, index) => index + 1).find(
    (one) => !failsSoftly(attributes['soft_fail'], one),
  )
  return status === undefined || status === 1 ? 'failed' : status
}

function withoutUndefined(map: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined))
}
