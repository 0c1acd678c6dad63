import type { Command, Invocation } from '../command-line.ts'
import { exitCode } from '../command-line.ts'
import { commandContext } from '../context/command-context.ts'
import { contextOptions } from '../context/context-options.ts'
import { compileFile } from '../pipeline/compile-file.ts'
import { findPipelineFile } from '../pipeline/find-pipeline-file.ts'
import { jsonReport } from '../report/json-report.ts'
import { wantsColor } from '../report/paint.ts'
import { textReport } from '../report/text-report.ts'
import { usageProblem } from '../usage-problem.ts'

/** Reports everything that is wrong with the pipeline. */
export const check: Command = {
  name: 'check',
  summary: 'Reports everything that is wrong with the pipeline, each with its line, why, and what to do.',
  usage: 'kitewright check [file] [options]',
  positionals: 1,
  options: {
    format: { type: 'string', short: 'f', value: 'text|json', summary: 'how it is reported; text unless told' },
    also: {
      type: 'string',
      multiple: true,
      value: 'CODE',
      summary: 'turns an optional rule on, or all whose codes begin so: KW5',
    },
    raise: {
      type: 'string',
      multiple: true,
      value: 'CODE',
      summary: 'makes a rule, or all whose codes begin so, an error',
    },
    ...contextOptions,
  },
  examples: [
    { line: 'kitewright check', says: 'check the pipeline for the commit at hand' },
    { line: 'kitewright check --pull-request 7', says: 'check what a pull request would run' },
    { line: 'kitewright check --format json', says: 'for a program to read' },
  ],
  async run(invocation, world) {
    const format = invocation.flags['format'] ?? 'text'
    if (format !== 'text' && format !== 'json') {
      return usageProblem(check, `--format wants text or json, not "${String(format)}"`, world)
    }
    const { context, problem } = commandContext(invocation, world)
    if (problem !== undefined) return usageProblem(check, problem, world)
    const { diagnostics } = await compileFile(findPipelineFile(invocation.positionals[0], world), context, {
      also: listOf(invocation.flags['also']),
      raise: listOf(invocation.flags['raise']),
    })
    const color = wantsColor(world.stdout, world.env)
    const report =
      format === 'json' ? jsonReport(diagnostics, world.cwd) : textReport(diagnostics, { cwd: world.cwd, color })
    world.stdout.write(report)
    if (report === '') world.stderr.write('no problems found\n')
    return diagnostics.some(({ severity }) => severity === 'error') ? exitCode.errors : exitCode.fine
  },
}

function listOf(flag: Invocation['flags'][string]): readonly string[] {
  return [flag ?? []].flat().map(String)
}
