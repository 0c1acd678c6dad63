import { type BuildTimeline, formatDuration, type StepTimeline } from '@kitewright/scheduler'
import { markdownCode, markdownText } from '../../text/markdown.ts'
import type { ScenarioTable } from './scenario-table.ts'
import { signOf } from './signs.ts'

/** A build as a table of Markdown. */
export function buildMarkdown(build: BuildTimeline, title: string): string {
  const rows = build.steps
    .filter(({ kind }) => kind !== 'wait' && kind !== 'group')
    .map((step) => [
      code(step.key),
      endOf(step),
      times(step, build),
      markdownText(step.outcome === 'passed' ? '' : step.why),
    ])
  return [
    `**${markdownText(title)}**: ${build.state.replace('_', ' ')} after ${formatDuration(build.duration)}`,
    '',
    table(['step', '', 'start, took', 'why'], rows),
    '',
  ].join('\n')
}

function endOf(step: StepTimeline): string {
  const { sign, word } = signOf(step)
  return `${sign} ${word}`
}

function times({ start, finish }: StepTimeline, build: BuildTimeline): string {
  if (start === undefined) return ''
  return `${formatDuration(start - build.start)}${finish === undefined ? '' : `, ${formatDuration(finish - start)}`}`
}

/** A table of scenarios for a review. */
export function tableMarkdown({ columns, rows, notes }: ScenarioTable): string {
  const body = rows.map(({ key, cells }) => [
    code(key),
    ...cells.map((cell) =>
      cell === undefined
        ? '–'
        : `${cell.sign} ${cell.word}${cell.note === undefined ? '' : ` ${reference(cell.note)}`}`,
    ),
  ])
  const ends = columns.map(({ state, duration }) => `**${state.replace('_', ' ')}**, ${formatDuration(duration)}`)
  const said = notes.map((note, index) => `${reference(index + 1)} ${markdownText(note)}`)
  const text = table(['', ...columns.map(({ name }) => markdownText(name))], [...body, ['**build**', ...ends]])
  return `${[text, ...(said.length > 0 ? ['', said.join('<br>\n')] : [])].join('\n')}\n`
}

function reference(note: number): string {
  return `<sup>${note}</sup>`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Code in a cell, which a bar would end. */
function code(text: string): string {
  return markdownCode(text).replaceAll('|', '\\|')
}
