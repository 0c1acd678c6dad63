import { updateHolding } from './holding.ts'
import { setState } from './job-state.ts'
import { startIfReady } from './settle.ts'
import { type Step, type Tables, wantsInput } from './tables.ts'

/** Somebody continues a block, or answers an input; also before the steps before it are over (docs/spec/semantics.md §6). */
export function release(tables: Tables, step: Step | undefined): void {
  if (step === undefined || !wantsInput(step) || step.build.isCanceled) return
  if (step.unmet > 0) {
    tables.touched.add('block_before_its_turn')
    if (tables.choices.block_before_its_turn === 'must_wait') return
  }
  step.isReleased = true
  step.build.waitingForInput.delete(step)
  tables.changedBuilds.add(step.build)
  const [job] = step.jobs
  if (job) setState(tables, job, 'unblocked')
  updateHolding(tables, step)
  startIfReady(tables, step)
}
