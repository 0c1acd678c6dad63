import { resolve } from 'node:path'
import { exitCode } from '../../command-line.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
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
  const file = invocation.flags['fallback']
  if (typeof file !== 'string' || world.readText(resolve(world.cwd, file)) === undefined) {
    await tell(run, 'error', `${failed}, and nothing was uploaded.`, [diagnostics])
    return exitCode.errors
  }
  const fallback = await generateSafely(run, async () => {
    const { generateFallback } = await import('./generate-fallback.ts')
    return generateFallback(file, invocation, world)
  })
  const neither = `${failed}, and the fallback \`${file}\` could not be uploaded instead`
  if (fallback.parts.length === 0) {
    world.stderr.write(`kitewright upload: the fallback ${file} cannot be uploaded either\n`)
    await printDiagnostics(fallback.diagnostics, world)
    await tell(run, 'error', `${neither}: nothing was uploaded.`, [diagnostics, fallback.diagnostics])
    return exitCode.errors
  }
  world.stderr.write(`kitewright upload: ${file} ${agent ? 'is' : 'would be'} uploaded instead\n`)
  const problem = await sendParts(run, fallback.parts)
  if (problem === undefined) {
    await tell(run, 'warning', `${failed}. \`${file}\`, as it was rendered last, was uploaded instead.`, [diagnostics])
    return exitCode.fine
  }
  // Indented, since nothing in it is Markdown.
  await tell(run, 'error', `${neither}:\n\n    ${problem.replace(/\s+/g, ' ')}`, [diagnostics])
  return exitCode.world
}

async function tell(
  { world, agent }: Run,
  style: 'error' | 'warning',
  said: string,
  reports: readonly (readonly LocatedDiagnostic[])[],
): Promise<void> {
  if (agent === undefined || (await agent.problem()) !== undefined) return
  const [{ annotateBuild }, { markdownReport }] = await Promise.all([
    import('../../report/annotate.ts'),
    import('../../report/markdown-report.ts'),
  ])
  const text = [said, ...reports.map((diagnostics) => markdownReport(diagnostics, world))].join('\n\n')
  const failure = await annotateBuild(style, text, world)
  if (failure !== undefined) world.stderr.write(`kitewright upload: ${failure}\n`)
}
