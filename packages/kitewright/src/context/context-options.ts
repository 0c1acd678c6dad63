import type { Option } from '../command-line.ts'

/** The flags that say which build a pipeline is made for, the same on every command. */
export const contextOptions: Readonly<Record<string, Option>> = {
  branch: { type: 'string', value: 'NAME', summary: 'the branch that is built' },
  tag: { type: 'string', value: 'NAME', summary: 'the tag that is built' },
  commit: { type: 'string', value: 'SHA', summary: 'the commit that is built' },
  message: { type: 'string', value: 'TEXT', summary: "the build's message" },
  'pull-request': { type: 'string', value: 'N', summary: 'the pull request that the build belongs to' },
  env: { type: 'string', value: 'K=V', multiple: true, summary: 'a variable of the environment' },
  changed: { type: 'string', value: 'FILE', multiple: true, summary: 'a changed file, instead of asking git' },
  since: { type: 'string', value: 'COMMIT', summary: 'what was built last, on the default branch' },
  context: { type: 'string', value: 'FILE.json', summary: 'replay a context that --print-context wrote' },
}
