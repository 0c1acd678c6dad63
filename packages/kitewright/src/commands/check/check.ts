import { matchesCode } from '@kitewright/core'
import type { Command, Invocation } from '../../command-line.ts'
import { exitCode } from '../../command-line.ts'
import { buildEnvironment } from '../../context/build-environment.ts'
import { contextOptions } from '../../context/context-options.ts'
import { sealedOption } from '../../context/sealed-option.ts'
import { timeLimit, timeoutOption } from '../../context/time-limit.ts'
import { configFor } from '../../pipeline/config-for.ts'
import { runInTime } from '../../pipeline/run-in-time.ts'
import { hasErrors, type LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { isReportFormat, report, reportFormats } from '../../report/report.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import { usageProblem } from '../../usage-problem.ts'
import type { World } from '../../world/world.ts'
import { buildsFor, usualNames } from './builds-for.ts'
import { type CheckedFile, checkFile } from './check-file.ts'
import { mendable } from './mendable.ts'
import { pipelineFiles } from './pipeline-files.ts'

/** How closely security is looked at, and the optional rules that are on for it. */
const audits: Readonly<Record<string, readonly string[]>> = { default: [], strict: ['KW6'] }
const auditLevels = Object.keys(audits)

/** Reports everything that is wrong with the pipeline. */
export const check: Command = {
  name: 'check',
  summary: 'Reports everything that is wrong with the pipeline, each with its line, why, and what to do.',
  usage: 'kitewright check [files…] [options]',
  positionals: Infinity,
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: reportFormats.join('|'),
      summary: 'how it is reported; text unless told',
    },
    contexts: {
      type: 'boolean',
      summary:
        'look at pull request, default branch, another branch and tag, where nothing and where everything changed',
    },
    annotate: { type: 'boolean', summary: "show the report on the build's page too, by buildkite-agent" },
    agent: { type: 'boolean', summary: "compare with what the local agent's dry run makes of the pipeline" },
    also: {
      type: 'string',
      multiple: true,
      value: 'CODE',
      summary: 'turns an optional rule on, or all whose codes begin so: KW5',
    },
    audit: {
      type: 'string',
      value: auditLevels.join('|'),
      summary: 'strict asks all that may be asked of security, as --also KW6 does; default unless told',
    },
    raise: {
      type: 'string',
      multiple: true,
      value: 'CODE',
      summary: 'makes a rule, or all whose codes begin so, an error',
    },
    fix: { type: 'boolean', summary: 'mend what is certain in the files themselves, and report what is left' },
    sealed: sealedOption,
    timeout: timeoutOption,
    ...contextOptions,
  },
  examples: [
    { line: 'kitewright check', says: 'check the pipeline for the commit at hand' },
    { line: 'kitewright check --pull-request 7', says: 'check what a pull request would run' },
    { line: 'kitewright check --contexts', says: 'check it for every kind of build in one go' },
    { line: 'kitewright check pipeline.yml', says: 'check a pipeline that is still YAML, or JSON' },
    { line: 'kitewright check services/*', says: 'check the pipelines of several folders' },
    { line: 'generate.py | kitewright check -', says: 'check what a generator of any language prints' },
    { line: 'kitewright check --audit strict', says: 'with all that a careful team asks of security' },
    { line: 'kitewright check --fix', says: 'with what can be mended mended' },
    { line: 'kitewright check --format json', says: 'for a program to read' },
    { line: 'kitewright check --format sarif > kitewright.sarif', says: 'for code scanning' },
    { line: 'kitewright check --agent --annotate', says: 'in a build, with the report on its page' },
  ],
  async run(invocation, world) {
    const { flags, positionals } = invocation
    const format = flags['format'] ?? 'text'
    if (!isReportFormat(format))
      return usageProblem(check, `--format wants ${reportFormats.join(', ')}, not "${String(format)}"`, world)
    if (flags['fix'] === true) {
      if (positionals.includes('-')) return usageProblem(check, '--fix wants files, not stdin', world)
      return (await import('./fix.ts')).fix(invocation, world)
    }
    const files = pipelineFiles(positionals, world)
    const { seconds, problem: oddLimit } = timeLimit(invocation)
    if (oddLimit !== undefined) return usageProblem(check, oddLimit, world)
    const [file = ''] = files
    const ended = await runInTime({ file, seconds }, world, async (diagnostic) => {
      world.stdout.write(await report([diagnostic], format, world))
      return exitCode.errors
    })
    if (ended !== undefined) return ended
    const given = await buildEnvironment(invocation, world)
    if ('problem' in given) return usageProblem(check, given.problem, world)
    const audit = String(flags['audit'] ?? 'default')
    if (!Object.hasOwn(audits, audit))
      return usageProblem(check, `--audit wants ${auditLevels.join(' or ')}, not "${audit}"`, world)
    const also = [...listOf(flags['also']), ...(audits[audit] ?? [])]
    const options = { also, raise: listOf(flags['raise']), agent: flags['agent'] === true }
    const odd = await unknownCode([...options.also, ...options.raise])
    if (odd !== undefined) return usageProblem(check, `there is no diagnostic whose code begins with "${odd}"`, world)
    const checked: CheckedFile[] = []
    for (const each of files) {
      const config = (await configFor(each, world)) ?? {}
      const builds = await buildsFor(config, given, flags['contexts'] === true, world)
      checked.push(await checkFile({ file: each, config }, builds, options, world))
    }
    const all = distinct(checked.flatMap(({ diagnostics }) => diagnostics))
    world.stdout.write(await report(all, format, world))
    const more = format === 'text' && !positionals.includes('-') ? mendable(all, world) : undefined
    if (more !== undefined) world.stderr.write(`${more}\n`)
    if (flags['contexts'] === true) world.stderr.write(`looked at ${usualNames}\n`)
    if (all.length === 0)
      world.stderr.write(`no problems found${files.length === 1 ? '' : ` in ${files.length} files`}\n`)
    const annotation = flags['annotate'] ? await annotated(all, world) : undefined
    return exitCodeOf(all, [...checked.map(({ failure }) => failure), annotation], world)
  },
}

/** What concerns several files is told once: the configuration of all of them. */
function distinct(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const told = new Map(diagnostics.map((found) => [JSON.stringify([found.code, found.message, found.location]), found]))
  return [...told.values()]
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

function listOf(flag: Invocation['flags'][string]): readonly string[] {
  return [flag ?? []].flat().map(String)
}
