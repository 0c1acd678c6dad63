import type { Command } from '../../command-line.ts'
import { exitCode } from '../../command-line.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import type { BuildsViolation } from '../../proof/told-of-builds.ts'
import { usageProblem } from '../../usage-problem.ts'
import { proofReport } from './proof-report.ts'
import { type FileProof, proveFile } from './prove-file.ts'

/** Proves the gates of a pipeline, or shows a build that breaks them. */
export const prove: Command = {
  name: 'prove',
  summary: 'Proves that deploys wait for their approval in every build, or shows a build in which they do not.',
  usage: 'kitewright prove [file] [options]',
  positionals: 1,
  options: {
    format: { type: 'string', short: 'f', value: 'text|json', summary: 'how it is printed; text unless told' },
  },
  examples: [
    { line: 'kitewright prove', says: 'the gates that the pipeline declares, and those that stand before its deploys' },
    { line: 'kitewright prove .buildkite/pipeline.yml', says: 'of a pipeline that is still YAML' },
    { line: 'kitewright prove --format json', says: 'for a program to read' },
  ],
  async run({ flags, positionals }, world) {
    const format = flags['format'] ?? 'text'
    if (format !== 'text' && format !== 'json')
      return usageProblem(prove, `--format wants text or json, not "${String(format)}"`, world)
    const proof = await proveFile(findPipelineFile(positionals[0], world), world)
    if (proof === undefined) return exitCode.errors
    const text = format === 'json' ? `${JSON.stringify(proof, null, 2)}\n` : proofReport(proof)
    world.stdout.write(world.mask.hide(text))
    return isBroken(proof) ? exitCode.errors : exitCode.fine
  },
}

/** Whether a gate does not hold; or a step behind one gets in the way of another build, as far as all was read. */
function isBroken({ gates, builds }: FileProof): boolean {
  if (gates.some(({ proof }) => proof?.proved === false)) return true
  const gated = new Set(gates.flatMap((one) => (one.gates.length === 0 ? [] : [one.step])))
  return builds.some(
    ({ step, inOrder, oneAtATime, ownWork }) =>
      gated.has(step) && [inOrder, oneAtATime, ownWork].some((verdict) => !verdict.proved && isSure(verdict.violation)),
  )
}

function isSure({ builds, unless }: BuildsViolation): boolean {
  return builds !== undefined && unless === undefined
}
