import type { ImportedPipeline } from '@kitewright/core/import'
import { locate } from '@kitewright/core/parse'
import type { ParsedPipeline } from '@kitewright/core/parse'
import { inOneLine } from '../secrets/in-lines.ts'
import type { World } from '../world/world.ts'

/** As many as a reader goes through. */
const mostLines = 50

/** What an import says of its own work. */
export interface ImportReport {
  readonly text: string
  /** Whether the TypeScript renders, and renders the same pipeline. */
  readonly isFaithful: boolean
}

/** Says what was kept and what was not. Of a pipeline that the agent reads, nothing is lost. */
export function importReport(
  { changed, errors, leftOut }: ImportedPipeline,
  parsed: ParsedPipeline,
  world: Pick<World, 'mask'>,
): ImportReport {
  if (changed.length === 0 && errors.length === 0) {
    const steps = parsed.steps.length === 1 ? '1 step' : `${parsed.steps.length} steps`
    const rest =
      leftOut.length === 0
        ? ''
        : `left out: ${leftOut.map((name) => inOneLine(name, world)).join(', ')}, which only held anchors\n`
    return { isFaithful: true, text: `${steps}, rendered and compared: the same pipeline\n${rest}` }
  }
  const lines = [
    ...changed.map((path) => {
      const { line, column } = locate(parsed.source, parsed.targets, path).value
      const what = path.length === 0 ? 'what stands beside the steps' : 'the step'
      return `  line ${line}:${column}: ${what} is rendered differently`
    }),
    ...errors.map(({ code, message, hint }) => {
      const shown = inOneLine(message, world)
      return `  ${code}: ${shown}${hint === undefined ? '' : ` (${inOneLine(hint, world)})`}`
    }),
  ]
  const left = lines.length - mostLines
  const rest = left > 0 ? [`  … and ${left} more`] : []
  return {
    isFaithful: false,
    text: `not everything could be kept:\n${[...lines.slice(0, mostLines), ...rest].join('\n')}\n`,
  }
}
