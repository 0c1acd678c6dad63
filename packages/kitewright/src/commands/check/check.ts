import { matchesCode } from '@kitewright/core'
import type { Command, Invocation } from '../../command-line.ts'
import { exitCode } from '../../command-line.ts'
import { commandContext } from '../../context/command-context.ts'
import { contextOptions } from '../../context/context-options.ts'
import { timeLimit, timeoutOption } from '../../context/time-limit.ts'
import { compileFile } from '../../pipeline/compile-file.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { runInTime } from '../../pipeline/run-in-time.ts'
import type { FileCompilation } from '../../pipeline/compiled-file.ts'
import { hasErrors, type LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { isReportFormat, report, reportFormats } from '../../report/report.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import { usageProblem } from '../../usage-problem.ts'
import type { World } from '../../world/world.ts'
import type { AgentComparison } from './compare-with-agent.ts'

/** Reports everything that is wrong with the pipeline. */
export const check: Command = {
  name: 'check',
  summary: 'Reports everything that is wrong with the pipeline, each with its line, why, and what to do.',
  usage: 'kitewright check [file] [options]',
  positionals: 1,
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'text|json|sarif|markdown',
      summary: 'how it is reported; text unless told',
    },
    annotate: { type: 'boolean', summary: "show the report on the build's page too, by buildkite-agent" },
    agent: { type: 'boolean', summary: "compare with what the local agent's dry run makes of the pipeline" },
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
    timeout: timeoutOption,
    ...contextOptions,
  },
  examples: [
    { line: 'kitewright check', says: 'check the pipeline for the commit at hand' },
    { line: 'kitewright check --pull-request 7', says: 'check what a pull request would run' },
    { line: 'kitewright check pipeline.yml', says: 'check a pipeline that is still YAML, or JSON' },
    { line: 'kitewright check --format json', says: 'for a program to read' },
    { line: 'kitewright check --format sarif > kitewright.sarif', says: 'for code scanning' },
    { line: 'kitewright check --agent --annotate', says: 'in a build, with the report on its page' },
  ],
  async run(invocation, world) {
    const { flags, positionals } = invocation
    const format = flags['format'] ?? 'text'
    if (!isReportFormat(format))
      return usageProblem(check, `--format wants ${reportFormats.join(', ')}, not "${String(format)}"`, world)
    const file = findPipelineFile(positionals[0], world)
    const { seconds, problem: oddLimit } = timeLimit(invocation)
    if (oddLimit !== undefined) return usageProblem(check, oddLimit, world)
    const ended = await runInTime({ file, seconds }, world, async (diagnostic) => {
      world.stdout.write(await report([diagnostic], format, world))
      return exitCode.errors
    })
    if (ended !== undefined) return ended
    const { context, problem } = await commandContext(invocation, world)
    if (problem !== undefined) return usageProblem(check, problem, world)
    const options = { also: listOf(flags['also']), raise: listOf(flags['raise']) }
    const odd = await unknownCode([...options.also, ...options.raise])
    if (odd !== undefined) return usageProblem(check, `there is no diagnostic whose code begins with "${odd}"`, world)
    const { compilations, diagnostics } = await compileFile(file, context, world, options)
    const isSound = !hasErrors(diagnostics)
    const comparison = flags['agent'] && isSound ? await compared(compilations, context.env, world) : undefined
    const outdated = isSound ? [...(await outdatedFor(file, world)), ...(await driftedFor(file, world))] : []
    const all = raised([...diagnostics, ...(comparison?.diagnostics ?? []), ...outdated], options.raise)
    world.stdout.write(await report(all, format, world))
    if (all.length === 0) world.stderr.write('no problems found\n')
    const annotation = flags['annotate'] ? await annotated(all, world) : undefined
    return exitCodeOf(all, [comparison?.failure, annotation], world)
  },
}

async function compared(
  compilations: readonly FileCompilation[],
  env: World['env'],
  world: World,
): Promise<AgentComparison> {
  return (await import('./compare-with-agent.ts')).compareWithAgent(compilations, env, world)
}

async function outdatedFor(file: string, world: World): Promise<readonly LocatedDiagnostic[]> {
  return (await import('./outdated-renderings.ts')).outdatedRenderings(file, world)
}

async function driftedFor(file: string, world: World): Promise<readonly LocatedDiagnostic[]> {
  return (await import('./drifted-scripts.ts')).driftedScripts(file, world)
}

async function annotated(diagnostics: readonly LocatedDiagnostic[], world: World): Promise<string | undefined> {
  return (await import('../../report/annotate.ts')).annotate(diagnostics, world)
}

/** The pipeline's faults come first: they are what was asked for. */
function exitCodeOf(
  diagnostics: readonly LocatedDiagnostic[],
  failures: readonly (string | undefined)[],
  world: World,
): number {
  const failed = failures.filter((failure) => failure !== undefined)
  for (const failure of failed) world.stderr.write(`kitewright check: ${inOneLine(failure, world)}\n`)
  if (hasErrors(diagnostics)) return exitCode.errors
  return failed.length > 0 ? exitCode.world : exitCode.fine
}

/** A code, or the beginning of one, that means nothing. */
async function unknownCode(codes: readonly string[]): Promise<string | undefined> {
  if (codes.length === 0) return undefined
  const { readCatalogue } = await import('../../catalogue/read-catalogue.ts')
  const known = [...readCatalogue().keys()]
  return codes.find((code) => code === '' || !known.some((whole) => matchesCode(whole, [code])))
}

/** What the reader of YAML, the agent or a kept rendering tells of, no rule has raised. */
function raised(diagnostics: readonly LocatedDiagnostic[], codes: readonly string[]): readonly LocatedDiagnostic[] {
  return diagnostics.map((found) => (matchesCode(found.code, codes) ? { ...found, severity: 'error' } : found))
}

function listOf(flag: Invocation['flags'][string]): readonly string[] {
  return [flag ?? []].flat().map(String)
}
