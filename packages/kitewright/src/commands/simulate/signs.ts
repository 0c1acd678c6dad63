import type { StepTimeline } from '@kitewright/scheduler'

/** What a reader sees of the end of a step: a sign, a word and a colour. */
export interface Sign {
  readonly sign: string
  readonly word: string
  readonly color: 'green' | 'red' | 'yellow' | 'blue' | 'gray'
}

/** How a step ended, or what it waits for. */
export function signOf({ state, outcome, kind, reason }: StepTimeline): Sign {
  if (state === 'ignored') return { sign: '⊘', word: 'skipped', color: 'gray' }
  if (state === 'canceled') return { sign: '■', word: 'canceled', color: 'yellow' }
  if (state === 'waiting_for_input') return { sign: '⏸', word: 'waits for a person', color: 'blue' }
  if (outcome === 'errored') return { sign: '✗', word: 'timed out', color: 'red' }
  if (outcome === 'hard_failed') return { sign: '✗', word: 'failed', color: 'red' }
  if (outcome === 'soft_failed') return { sign: '!', word: 'failed softly', color: 'yellow' }
  if (outcome === 'passed') {
    const isBlock = kind === 'block' || kind === 'input'
    return { sign: '✓', word: isBlock ? 'continued' : 'passed', color: 'green' }
  }
  if (reason.code === 'dependency_failed') return { sign: '○', word: 'did not run', color: 'gray' }
  return { sign: '○', word: 'waits', color: 'blue' }
}

/** Whether a reader wants to be told why: it did not run, or waits. */
export function wantsReason({ outcome, kind, state }: StepTimeline): boolean {
  return kind !== 'wait' && kind !== 'group' && outcome === 'neutral' && state !== 'running'
}

const codes = { green: '32', red: '31', yellow: '33', blue: '36', gray: '90' } as const

/** Text in the colour of a sign. */
export function colored(text: string, color: Sign['color'], isColored: boolean): string {
  return isColored && text !== '' ? `\u001B[${codes[color]}m${text}\u001B[0m` : text
}
