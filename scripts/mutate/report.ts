import { dirname } from 'node:path'
import type { Outcome } from './tester.ts'

/** A mutant as a reader sees it. */
export interface Shown {
  /** From the project's root. */
  readonly file: string
  /** The line in which it begins. */
  readonly code: string
  readonly before: string
  readonly after: string
}

/** A mutant with what became of it. */
export interface Tested extends Shown, Outcome {
  readonly line: number
  /** Why it may survive, where that is known. */
  readonly reason?: string | undefined
}

/** The share of mutants that tests found: killed, or stopped because they did not end. */
export function shareFound(tested: readonly Tested[]): number {
  const found = tested.filter(({ status }) => status !== 'survived').length
  return tested.length === 0 ? 1 : found / tested.length
}

/** The report as text: a table by folder, and every mutant that survived without a reason. */
export function textReport(tested: readonly Tested[]): string {
  const survivors = tested.filter(({ status, reason }) => status === 'survived' && reason === undefined)
  const listed = survivors.map(
    ({ file, line, code, before, after, tests }) =>
      `${file}:${line}  ${code}\n  ${shortly(before)} → ${shortly(after)}${tests === 0 ? '  (no test reaches it)' : ''}\n`,
  )
  return [table(tested), `${survivors.length} survived without a reason\n`, ...listed].join('\n')
}

function table(tested: readonly Tested[]): string {
  const folders = [...new Set(tested.map(({ file }) => dirname(file)))].toSorted()
  const rows = folders.map((folder) =>
    row(
      folder,
      tested.filter(({ file }) => dirname(file) === folder),
    ),
  )
  return `${['killed  survived  accepted  timed out  share  folder', ...rows, row('all', tested)].join('\n')}\n`
}

function row(name: string, tested: readonly Tested[]): string {
  const count = (status: Outcome['status']): number => tested.filter((one) => one.status === status).length
  const accepted = tested.filter(({ status, reason }) => status === 'survived' && reason !== undefined).length
  const share = `${(100 * shareFound(tested)).toFixed(1)} %`
  const cells = [count('killed'), count('survived') - accepted, accepted, count('timed out')].map(String)
  const widths = [6, 8, 8, 9]
  return `${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  ')}  ${share.padStart(7)}  ${name}`
}

function shortly(text: string): string {
  const [first = '', ...more] = text.split('\n')
  const shown = first.length > 100 ? `${first.slice(0, 100)}…` : first
  return `${more.length > 0 ? `${shown} …` : shown}` || '(nothing)'
}
