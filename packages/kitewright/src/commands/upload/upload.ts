import type { Command } from '../../command-line.ts'
import { contextOptions } from '../../context/context-options.ts'
import { sealedOption } from '../../context/sealed-option.ts'
import { timeoutOption, usualLimit } from '../../context/time-limit.ts'
import { runUpload } from '../upload/run-upload.ts'

/** Uploads the pipeline of this build. */
export const upload: Command = {
  name: 'upload',
  summary: 'Checks the pipeline and hands it to buildkite-agent, in several parts where one is too large.',
  usage: 'kitewright upload [file] [options]',
  positionals: 1,
  options: {
    replace: { type: 'boolean', summary: 'drop the steps of the build that have not started' },
    'dry-run': { type: 'boolean', summary: 'print what would be uploaded, one line of JSON for each part' },
    'allow-secrets': { type: 'boolean', summary: 'upload values that look secret all the same' },
    fallback: {
      type: 'string',
      multiple: true,
      value: 'FILE.yml',
      summary: 'upload this where the pipeline cannot be made; of several, the one rendered for a build like this',
    },
    save: { type: 'string', value: 'FILE', summary: 'keep what was sent' },
    sealed: sealedOption,
    timeout: { ...timeoutOption, summary: `${timeoutOption.summary}; ${usualLimit} unless told` },
    ...contextOptions,
  },
  examples: [
    { line: 'kitewright upload', says: 'the step that heads every build' },
    { line: 'kitewright upload more.ts', says: 'more steps, from a step that runs' },
    {
      line: 'kitewright upload --fallback .buildkite/fallback.yml',
      says: 'with what `render --write` kept, if need be',
    },
    { line: 'kitewright upload --dry-run', says: 'what the agent would be given' },
  ],
  run: (invocation, world) => runUpload(upload, invocation, world),
}
