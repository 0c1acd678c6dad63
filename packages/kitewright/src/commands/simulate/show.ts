import { wantsColor } from '../../report/paint.ts'
import { lineStart } from '../../text/visible.ts'
import type { World } from '../../world/world.ts'
import { buildMarkdown, tableMarkdown } from './markdown.ts'
import { picture } from './picture.ts'
import type { TitledRun } from './run.ts'
import { scenarioTable } from './scenario-table.ts'
import { tableText } from './table-text.ts'

/** The forms in which a simulation is printed. */
export type ShownFormat = 'text' | 'json' | 'markdown' | 'types'

/** Whether a flag's value names a form. */
export function isShownFormat(value: unknown): value is ShownFormat {
  return value === 'text' || value === 'json' || value === 'markdown' || value === 'types'
}

/** The width of a picture where nobody knows how wide its reader's window is. */
const usualWidth = 100

/** One simulation, or several below each other. */
export function show(runs: readonly TitledRun[], format: ShownFormat, { stdout, env }: World): string {
  if (format === 'json') return json(runs.length === 1 ? runs[0]?.timeline : runs.map(({ timeline }) => timeline))
  const options = { width: stdout.columns ?? usualWidth, isColored: wantsColor(stdout, env) }
  const parts = runs.flatMap(({ name, timeline }) =>
    timeline.builds.map((build) =>
      format === 'markdown'
        ? buildMarkdown(build, name)
        : picture(build, timeline, { ...options, title: lineStart(name) }),
    ),
  )
  return parts.join('\n')
}

/** Several side by side. */
export function showTable(runs: readonly TitledRun[], format: ShownFormat, { stdout, env }: World): string {
  if (format === 'json') return json(Object.fromEntries(runs.map(({ name, timeline }) => [name, timeline])))
  const table = scenarioTable(runs)
  return format === 'markdown' ? tableMarkdown(table) : tableText(table, wantsColor(stdout, env))
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
