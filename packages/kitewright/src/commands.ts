import type { Command } from './command-line.ts'
import { render } from './commands/render/render.ts'
import { upload } from './commands/upload/upload.ts'

/** Every command; but for those that run in every build, loaded when it is called. */
export const commands: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  init: {
    summary: 'set a repository up',
    load: async () => (await import('./commands/init/init.ts')).init,
  },
  render: {
    summary: 'print the pipeline as YAML or JSON',
    load: async () => render,
  },
  check: {
    summary: 'report everything that is wrong with the pipeline',
    load: async () => (await import('./commands/check/check.ts')).check,
  },
  upload: {
    summary: 'check the pipeline and hand it to the agent',
    load: async () => upload,
  },
  simulate: {
    summary: 'say what would run, when, and why not',
    load: async () => (await import('./commands/simulate/simulate.ts')).simulate,
  },
  prove: {
    summary: 'prove that deploys wait for their approval, in every build',
    load: async () => (await import('./commands/prove/prove.ts')).prove,
  },
  import: {
    summary: 'turn a pipeline of YAML into TypeScript',
    load: async () => (await import('./commands/import/import.ts')).importYaml,
  },
  explain: {
    summary: 'say what a diagnostic means, with an example and its fix',
    load: async () => (await import('./commands/explain/explain.ts')).explain,
  },
  docs: {
    summary: 'show the documentation',
    load: async () => (await import('./commands/docs/docs.ts')).docs,
  },
  completions: {
    summary: 'print completions for a shell',
    load: async () => (await import('./commands/completions/completions.ts')).completionsOf(allCommands),
  },
}

function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(commands).map(({ load }) => load()))
}
