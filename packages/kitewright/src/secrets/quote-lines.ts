import { indented } from '../text/visible.ts'
import type { Mask, Output } from '../world/world.ts'

/** An output for what another program says, which ends some time. */
export interface QuotedLines extends Output {
  readonly end: () => void
}

const indent = '  '

/**
 * Passes on what another program says, as soon as no secret can go on in what comes next: without secrets and colours,
 * and indented, so that none of its lines is taken for one of ours or for a heading of the build's log.
 */
export function quoteLines(output: Output, mask: Mask): QuotedLines {
  let pending = ''
  const pass = (end: number): void => {
    if (end === 0) return
    output.write(quoted(mask.hide(pending.slice(0, end))))
    pending = pending.slice(end)
  }
  return {
    isTerminal: false,
    write(text) {
      pending += text
      pass(pending.lastIndexOf('\n', mask.unfinished(pending)) + 1)
    },
    end: () => pass(pending.length),
  }
}

const colour = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')

function quoted(text: string): string {
  const lines = text.replace(colour, '').replace(/\r?\n$/, '')
  return `${indent}${indented(lines, indent)}\n`
}
