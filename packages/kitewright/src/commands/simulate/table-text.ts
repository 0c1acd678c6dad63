import { formatDuration } from '@kitewright/scheduler'
import { lineStart, oneLine } from '../../text/visible.ts'
import { type Cell, type ScenarioTable } from './scenario-table.ts'
import { colored } from './signs.ts'

/** A table of scenarios for a terminal. */
export function tableText({ columns, rows, notes }: ScenarioTable, isColored: boolean): string {
  const nameWidth = Math.min(40, Math.max(4, ...rows.map(({ key }) => lineStart(key).length)))
  const widths = columns.map(({ name }, index) =>
    Math.max(
      oneLine(name).length,
      ends(columns[index]).length,
      ...rows.map(({ cells }) => textOf(cells[index]).length),
    ),
  )
  const pad = (text: string, index: number): string => text.padEnd(widths[index] as number)
  const head = line(
    ' '.repeat(nameWidth),
    columns.map(({ name }, index) => pad(oneLine(name), index)),
  )
  const rule = line(
    '─'.repeat(nameWidth),
    widths.map((width) => '─'.repeat(width)),
  )
  const body = rows.map(({ key, cells }) => {
    const name = lineStart(key)
    const shown = name.length > nameWidth ? `${name.slice(0, nameWidth - 1)}…` : name.padEnd(nameWidth)
    return line(
      shown,
      cells.map((cell, index) => colored(pad(textOf(cell), index), cell?.color ?? 'gray', isColored)),
    )
  })
  const foot = line(
    'build'.padEnd(nameWidth),
    columns.map((column, index) => pad(ends(column), index)),
  )
  const said = notes.map((note, index) => `[${index + 1}] ${oneLine(note)}`)
  return `${[head, rule, ...body, rule, foot, ...(said.length > 0 ? ['', ...said] : [])].join('\n')}\n`
}

function line(name: string, parts: readonly string[]): string {
  return `${name}  ${parts.join('  ')}`.trimEnd()
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '–'
  return `${cell.sign} ${cell.word}${cell.note === undefined ? '' : ` [${cell.note}]`}`
}

function ends(column: ScenarioTable['columns'][number] | undefined): string {
  return column === undefined ? '' : `${column.state.replace('_', ' ')}, ${formatDuration(column.duration)}`
}
