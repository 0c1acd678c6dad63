import type { Command } from '../../command-line.ts'
import { exitCode } from '../../command-line.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { usageProblem } from '../../usage-problem.ts'
import { proofReport } from './proof-report.ts'
import { proveFile } from './prove-file.ts'

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
    const gates = await proveFile(findPipelineFile(positionals[0], world), world)
    if (gates === undefined) return exitCode.errors
    const text = format === 'json' ? `${JSON.stringify({ gates }, null, 2)}\n` : proofReport(gates)
    world.stdout.write(world.mask.hide(text))
    return gates.some(({ proof }) => proof?.proved === false) ? exitCode.errors : exitCode.fine
  },
}
