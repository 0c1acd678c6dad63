import type { Command, Invocation } from '../../command-line.ts'
import { exitCode } from '../../command-line.ts'
import { commandContext } from '../../context/command-context.ts'
import { contextOptions } from '../../context/context-options.ts'
import { sealedOption } from '../../context/sealed-option.ts'
import { timeLimit, timeoutOption } from '../../context/time-limit.ts'
import { compileFile } from '../../pipeline/compile-file.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import type { World } from '../../world/world.ts'
import { emit, emitOptions, isFormat } from '../../pipeline/emit.ts'
import { runInTime } from '../../pipeline/run-in-time.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import { usageProblem } from '../../usage-problem.ts'

/** Prints the pipeline for one build. */
export const render: Command = {
  name: 'render',
  summary: 'Prints the pipeline as YAML or JSON, once it is free of errors.',
  usage: 'kitewright render [file] [options]',
  positionals: 1,
  options: {
    format: { type: 'string', short: 'f', value: 'yaml|json', summary: 'how it is printed; yaml unless told' },
    'no-interpolation': {
      type: 'boolean',
      summary: "print text unescaped, for the agent's flag of the same name",
    },
    watch: { type: 'boolean', short: 'w', summary: 'print again whenever a file of the pipeline changes' },
    write: { type: 'string', value: 'FILE', summary: 'keep the YAML in a file, for `upload --fallback`' },
    'print-context': { type: 'boolean', summary: 'print the build context instead, for --context' },
    sealed: sealedOption,
    timeout: timeoutOption,
    ...contextOptions,
  },
  examples: [
    { line: 'kitewright render', says: 'the pipeline for the commit at hand' },
    { line: 'kitewright render --branch main', says: 'the pipeline of the main branch' },
    { line: 'kitewright render --pull-request 7 --format json', says: 'the pipeline of a pull request, as JSON' },
    {
      line: 'kitewright render --print-context > build.json',
      says: 'keep a build to replay with --context build.json',
    },
  ],
  async run(invocation, world) {
    if (invocation.flags['watch']) return (await import('../../pipeline/watch.ts')).watch(invocation, world)
    const { seconds, problem } = timeLimit(invocation)
    if (problem !== undefined) return usageProblem(render, problem, world)
    const ended = await runInTime(
      { file: findPipelineFile(invocation.positionals[0], world), seconds },
      world,
      async (diagnostic) => {
        await printDiagnostics([diagnostic], world)
        return exitCode.errors
      },
    )
    if (ended !== undefined) return ended
    if (invocation.flags['print-context']) return (await import('./print-context.ts')).printContext(invocation, world)
    const { write } = invocation.flags
    if (typeof write === 'string' && invocation.flags['format'] === 'json')
      return usageProblem(render, '--write keeps YAML, for a fallback; --format json is only for printing', world)
    if (typeof write === 'string') return (await import('./keep-rendering.ts')).keepRendering(write, invocation, world)
    return renderOnce(invocation, world)
  },
}

async function renderOnce(invocation: Invocation, world: World): Promise<number> {
  const { flags, positionals } = invocation
  const format = flags['format'] ?? 'yaml'
  if (!isFormat(format)) return usageProblem(render, `--format wants yaml or json, not "${String(format)}"`, world)
  const { context, problem } = await commandContext(invocation, world)
  if (problem !== undefined) return usageProblem(render, problem, world)
  const options = emitOptions(!flags['no-interpolation'], context.env)
  const file = findPipelineFile(positionals[0], world)
  const { compilations, diagnostics } = await compileFile(file, context, world, { ...options, isRendered: true })
  if (await printDiagnostics(diagnostics, world)) return exitCode.errors
  world.stdout.write(await emit(compilations, format, options))
  return exitCode.fine
}
