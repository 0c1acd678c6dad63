import type { BuildState } from '../states.ts'
import { grantSlots } from './concurrency.ts'
import { dispatch } from './queues.ts'
import { failStep, settle } from './settle.ts'
import type { Build, Tables } from './tables.ts'

/** Says in which state each build is now that something has changed in it. */
export function updateBuilds(tables: Tables): void {
  for (const build of tables.changedBuilds) {
    tables.changedBuilds.delete(build)
    if (giveUpMissing(tables, build)) continue
    const state = buildState(build)
    if (state === build.state) continue
    build.state = state
    const superseded = build.isSuperseded ? ({ isSuperseded: true } as const) : {}
    tables.commands.push({ type: 'build_changed', build: build.id, state, ...superseded })
  }
}

/** Where nothing is left but steps that depend on steps that nobody has made, these do not run. */
function giveUpMissing(tables: Tables, build: Build): boolean {
  if (build.open === 0 || build.moving > 0 || build.waitingForInput.size > 0) return false
  const stuck = build.steps.filter((step) => step.missing.length > 0 && step.own === undefined)
  if (stuck.length === 0) return false
  for (const step of stuck) failStep(tables, step, { code: 'waits_for_missing', key: step.missing[0]?.key ?? '' })
  build.failures++
  tables.changedBuilds.add(build)
  settle(tables)
  grantSlots(tables)
  dispatch(tables)
  return true
}

/** docs/spec/semantics.md §1.1 */
function buildState(build: Build): BuildState {
  const { open, moving, running, failures, hasStarted, isCanceled, isSuperseded, steps } = build
  if (isCanceled && isSuperseded && !hasStarted) return 'skipped'
  if (isCanceled) return running > 0 ? 'canceling' : 'canceled'
  if (open === 0) {
    if (failures > 0) return 'failed'
    const hasRun = steps.some(({ own, plan: { kind } }) => kind !== 'wait' && kind !== 'group' && own !== 'ignored')
    return hasRun ? 'passed' : 'not_run'
  }
  if (moving > 0) return failures > 0 ? 'failing' : hasStarted ? 'running' : 'scheduled'
  return failures > 0 ? 'failed' : 'blocked'
}
