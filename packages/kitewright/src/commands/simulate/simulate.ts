import type { Command } from '../../command-line.ts'
import { exitCode } from '../../command-line.ts'
import { commandContext } from '../../context/command-context.ts'
import { contextOptions } from '../../context/context-options.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import type { FileScenario } from '../../simulation/scenario-schema.ts'
import { usageProblem } from '../../usage-problem.ts'
import { keysDeclaration } from './keys-declaration.ts'
import { type ReadFiles, readFiles } from './read-files.ts'
import { readFlags } from './read-flags.ts'
import { runOne, runSeveral } from './run.ts'
import { isShownFormat, show, showTable } from './show.ts'

/** Says what would run, when, and why not. */
export const simulate: Command = {
  name: 'simulate',
  summary: 'Says what a build would run, when, and why not, without running anything.',
  usage: 'kitewright simulate [file] [options]',
  positionals: 1,
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'text|json|markdown|types',
      summary: 'how it is printed; text unless told',
    },
    fail: {
      type: 'string',
      multiple: true,
      value: 'KEY',
      summary: 'a step that fails; unit[3] or unit[node=20] is one job',
    },
    'soft-fail': {
      type: 'string',
      multiple: true,
      value: 'KEY',
      summary: 'a step that fails as its soft_fail forgives',
    },
    unblock: {
      type: 'string',
      multiple: true,
      value: 'KEY[@2h]',
      summary: 'a block that somebody continues: as soon as it is reached, or at a time of the build',
    },
    duration: {
      type: 'string',
      multiple: true,
      value: 'KEY=5m',
      summary: 'how long a step takes; a minute unless told',
    },
    agents: {
      type: 'string',
      multiple: true,
      value: '[QUEUE=]N',
      summary: 'how many agents there are; enough unless told',
    },
    scenario: { type: 'string', value: 'FILE', summary: 'what happens, as JSON; flags win over it' },
    scenarios: { type: 'string', value: 'FILE', summary: 'several, as JSON by their names: prints them side by side' },
    table: {
      type: 'boolean',
      summary: 'the usual ones side by side: pull request, default branch, tag, a failing test',
    },
    watch: { type: 'boolean', short: 'w', summary: 'print again whenever a file of the pipeline changes' },
    ...contextOptions,
  },
  examples: [
    { line: 'kitewright simulate', says: 'what the commit at hand would run' },
    { line: 'kitewright simulate --branch main --fail integration', says: 'what a failing test would stop' },
    {
      line: 'kitewright simulate --branch main --unblock deploy-to-production@2h',
      says: 'an approval after two hours',
    },
    { line: 'kitewright simulate --agents 2 --agents deploy=1', says: 'with few agents' },
    { line: 'kitewright simulate --table --format markdown', says: 'what the pipeline does, for a review' },
    {
      line: 'kitewright simulate --format types > .buildkite/steps.d.ts',
      says: 'the keys of its steps, which an editor then completes in tests',
    },
  ],
  async run(invocation, world) {
    const { flags, positionals } = invocation
    if (flags['watch']) return (await import('../../pipeline/watch.ts')).watch(invocation, world)
    const format = flags['format'] ?? 'text'
    if (!isShownFormat(format))
      return usageProblem(simulate, `--format wants text, json, markdown or types, not "${String(format)}"`, world)
    const { context, problem } = await commandContext(invocation, world)
    if (problem !== undefined) return usageProblem(simulate, problem, world)
    const read = readFlags(invocation)
    if ('problem' in read) return usageProblem(simulate, read.problem, world)
    const files = await readFiles(invocation, world)
    if (files.problem !== undefined) return usageProblem(simulate, files.problem, world)
    const file = findPipelineFile(positionals[0], world)
    const question = { file, world, context, scenario: merged(files, read) }
    const isTypes = format === 'types'
    const isTable = isTypes || files.several !== undefined || flags['table'] === true
    const answer = isTable ? await runSeveral(question, files.several) : await runOne(question)
    if (answer.problem !== undefined) return usageProblem(simulate, answer.problem, world)
    if (answer.runs === undefined) return exitCode.errors
    const shown = isTypes
      ? keysDeclaration(answer.runs)
      : isTable
        ? showTable(answer.runs, format, world)
        : show(answer.runs, format, world)
    world.stdout.write(world.mask.hide(shown))
    return exitCode.fine
  },
}

/** Flags win over what a file says. */
function merged({ one = {} }: ReadFiles, { scenario }: { readonly scenario: FileScenario }): FileScenario {
  return {
    ...one,
    ...scenario,
    outcomes: { ...one.outcomes, ...scenario.outcomes },
    durations: { ...one.durations, ...scenario.durations },
    unblock: { ...one.unblock, ...scenario.unblock },
  }
}
