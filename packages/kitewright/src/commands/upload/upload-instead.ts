import { exitCode } from '../../command-line.ts'
import { commandContext } from '../../context/command-context.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import { type ChosenFallback, chooseFallback } from './choose-fallback.ts'
import { fallbackFiles } from './fallback-files.ts'
import { generateSafely } from './generate-safely.ts'
import type { Run } from './run.ts'
import { sendParts } from './send-parts.ts'

const failed = 'The pipeline could not be made'

/**
 * The pipeline could not be made: uploads the fallback where one is named, and tells the build what is wrong with the
 * pipeline, and with the fallback if that cannot be uploaded either.
 *
 * @returns The exit code.
 */
export async function uploadInstead(run: Run, diagnostics: readonly LocatedDiagnostic[]): Promise<number> {
  const { invocation, world, agent } = run
  const { file, refusal } = await fallbackFor(run)
  if (file === undefined) {
    const why = refusal && inOneLine(refusal, world)
    if (why) world.stderr.write(`kitewright upload: no fallback is for a build like this one: ${why}\n`)
    // Indented, since nothing in it is Markdown.
    const said = why ? ` No fallback is for a build like this one:\n\n    ${why}` : ''
    await tell(run, 'error', `${failed}, and nothing was uploaded.${said}`, [diagnostics])
    return exitCode.errors
  }
  const fallback = await generateSafely(run, async () => {
    const { generateFallback } = await import('./generate-fallback.ts')
    return generateFallback(file, invocation, world)
  })
  const { markdownCode } = await import('../../text/markdown.ts')
  const named = markdownCode(inOneLine(file, world))
  const neither = `${failed}, and the fallback ${named} could not be uploaded instead`
  if (fallback.parts.length === 0) {
    world.stderr.write(`kitewright upload: the fallback ${inOneLine(file, world)} cannot be uploaded either\n`)
    await printDiagnostics(fallback.diagnostics, world)
    await tell(run, 'error', `${neither}: nothing was uploaded.`, [diagnostics, fallback.diagnostics])
    return exitCode.errors
  }
  world.stderr.write(`kitewright upload: ${inOneLine(file, world)} ${agent ? 'is' : 'would be'} uploaded instead\n`)
  const problem = await sendParts(run, fallback)
  if (problem === undefined) {
    await tell(run, 'warning', `${failed}. ${named}, as it was rendered last, was uploaded instead.`, [diagnostics])
    return exitCode.fine
  }
  // Indented, since nothing in it is Markdown.
  await tell(run, 'error', `${neither}:\n\n    ${inOneLine(problem, world)}`, [diagnostics])
  return exitCode.world
}

async function fallbackFor({ invocation, world }: Run): Promise<ChosenFallback> {
  const files = fallbackFiles(invocation)
  const { context } = files.length === 0 ? {} : await commandContext(invocation, world)
  return context === undefined ? {} : chooseFallback(files, context.build, world.cwd, world)
}

async function tell(
  { world, agent }: Run,
  style: 'error' | 'warning',
  said: string,
  reports: readonly (readonly LocatedDiagnostic[])[],
): Promise<void> {
  if (agent === undefined || (await agent.problem()) !== undefined) return
  const [{ annotateBuild }, { report }] = await Promise.all([
    import('../../report/annotate.ts'),
    import('../../report/report.ts'),
  ])
  const written = await Promise.all(reports.map((diagnostics) => report(diagnostics, 'markdown', world)))
  const failure = await annotateBuild(style, [said, ...written].join('\n\n'), world)
  if (failure !== undefined) world.stderr.write(`kitewright upload: ${inOneLine(failure, world)}\n`)
}
