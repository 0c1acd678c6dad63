import { existsSync, readFileSync } from 'node:fs'
import { compile, evaluatePipeline, givenContext, type GivenContext, type Pipeline } from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { locateInSource } from './report/locate-in-source.ts'
import { hasErrors, type LocatedDiagnostic } from './report/located-diagnostic.ts'
import { textReport } from './report/text-report.ts'
import { usualWidth } from './report/excerpt.ts'

export type { Diagnostic, GivenContext } from '@kitewright/core'
export type { LocatedDiagnostic } from './report/located-diagnostic.ts'
export type { Place, Position } from './locate/place.ts'

/**
 * Everything that is wrong with a pipeline for one build, as `kitewright check` tells it: nothing where all is well.
 *
 * @param context The build: the branch `main`, with everything affected, unless given; its environment is empty, never that
 *   of the process.
 * @returns Plain data, in the order of the pipeline, with the author's lines.
 * @throws Whatever the author's function throws.
 * @example
 * expect(await check(pipeline, { build: { branch: 'feature/x' } })).toEqual([])
 */
export async function check(pipeline: Pipeline, context: GivenContext = {}): Promise<readonly LocatedDiagnostic[]> {
  const { diagnostics } = compile(await evaluatePipeline(pipeline, givenContext(context)))
  const located = locateInSource(diagnostics, { readText })
  return located.map(({ secret: _secret, ...shown }) => shown)
}

/**
 * The YAML of a pipeline for one build, as `kitewright render` prints it.
 *
 * @param context The build, as for `check`.
 * @throws An error that tells what is wrong with the pipeline, where it has errors; and whatever the author's function throws.
 * @example
 * expect(await render(pipeline, { changedFiles: ['docs/notes.txt'] })).toBe('steps: []\n')
 */
export async function render(pipeline: Pipeline, context: GivenContext = {}): Promise<string> {
  const { wire, diagnostics } = compile(await evaluatePipeline(pipeline, givenContext(context)))
  const located = locateInSource(diagnostics, { readText })
  if (!hasErrors(located)) return emitYaml(wire)
  const errors = located.filter(({ severity }) => severity === 'error')
  throw new Error(
    `the pipeline has errors\n\n${textReport(errors, { cwd: process.cwd(), color: false, width: usualWidth })}`,
  )
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
