import { type Compilation, matchesCode } from '@kitewright/core'
import type { Command, Invocation } from '../command-line.ts'
import { exitCode } from '../command-line.ts'
import { commandContext } from '../context/command-context.ts'
import { contextOptions } from '../context/context-options.ts'
import { compileFile } from '../pipeline/compile-file.ts'
import { findPipelineFile } from '../pipeline/find-pipeline-file.ts'
import type { LocatedDiagnostic } from '../report/located.ts'
import { isReportFormat, report, reportFormats } from '../report/report.ts'
import { usageProblem } from '../usage-problem.ts'
import type { World } from '../world.ts'
import { isYamlFile } from '../yaml/is-yaml-file.ts'

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
    const { context, problem } = commandContext(invocation, world)
    if (problem !== undefined) return usageProblem(check, problem, world)
    const options = { also: listOf(flags['also']), raise: listOf(flags['raise']) }
    const odd = await unknownCode([...options.also, ...options.raise])
    if (odd !== undefined) return usageProblem(check, `there is no diagnostic whose code begins with "${odd}"`, world)
    const file = findPipelineFile(positionals[0], world)
    const { compilation, diagnostics } = isYamlFile(file)
      ? await (await import('../yaml/check-yaml-file.ts')).checkYamlFile(file, world, options)
      : await compileFile(file, context, options)
    const asked = flags['agent'] && compilation && !hasErrors(diagnostics)
    const answer = asked ? await askAgent(compilation, context.env, world) : { diagnostics: [] }
    const { drifted } = await import('../written/drifted.ts')
    const outdated = hasErrors(diagnostics) ? [] : raised(await drifted(file, world), options.raise)
    const all = [...diagnostics, ...('failure' in answer ? [] : answer.diagnostics), ...outdated]
    world.stdout.write(await report(all, format, world))
    if (all.length === 0) world.stderr.write('no problems found\n')
    const failures = [
      'failure' in answer ? answer.failure : undefined,
      flags['annotate'] && (await annotated(all, world)),
    ]
    return exitCodeOf(all, failures, world)
  },
}

async function askAgent(
  compilation: Compilation,
  env: World['env'],
  world: World,
): Promise<{ readonly diagnostics: readonly LocatedDiagnostic[] } | { readonly failure: string }> {
  const [{ compareWithAgent }, { locateDiagnostics }] = await Promise.all([
    import('../pipeline/compare-with-agent.ts'),
    import('../report/locate-diagnostic.ts'),
  ])
  const compared = compareWithAgent(compilation, env, world)
  return 'failure' in compared ? compared : { diagnostics: locateDiagnostics(compared.diagnostics) }
}

async function annotated(diagnostics: readonly LocatedDiagnostic[], world: World): Promise<string | undefined> {
  return (await import('../report/annotate.ts')).annotate(diagnostics, world)
}

/** The pipeline's faults come first: they are what was asked for. */
function exitCodeOf(
  diagnostics: readonly LocatedDiagnostic[],
  failures: readonly (string | boolean | undefined)[],
  world: World,
): number {
  const failed = failures.filter((failure) => typeof failure === 'string')
  for (const failure of failed) world.stderr.write(`kitewright check: ${failure}\n`)
  if (hasErrors(diagnostics)) return exitCode.errors
  return failed.length > 0 ? exitCode.world : exitCode.fine
}

/** A code, or the beginning of one, that means nothing. */
async function unknownCode(codes: readonly string[]): Promise<string | undefined> {
  if (codes.length === 0) return undefined
  const { readCatalogue } = await import('../catalogue/read-catalogue.ts')
  const known = [...readCatalogue().keys()]
  return codes.find((code) => code === '' || !known.some((whole) => matchesCode(whole, [code])))
}

/** What is found outside the pipeline itself is raised here. */
function raised(diagnostics: readonly LocatedDiagnostic[], codes: readonly string[]): readonly LocatedDiagnostic[] {
  return diagnostics.map((found) => (matchesCode(found.code, codes) ? { ...found, severity: 'error' } : found))
}

function hasErrors(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}

function listOf(flag: Invocation['flags'][string]): readonly string[] {
  return [flag ?? []].flat().map(String)
}
