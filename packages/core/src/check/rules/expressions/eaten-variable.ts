import { interpolatedText, isInterpolated, type PlainMap } from '@kitewright/schema'
import type { Expression } from '../../../agent/interpolation/expression.ts'
import { parseExpression } from '../../../agent/interpolation/parse-expression.ts'
import { isJobVariable } from '../../../attributes/job-variables.ts'
import { expressions } from '../../../attributes/places.ts'
import { asMap } from '../../../attributes/read-value.ts'
import { declaredSecrets } from '../../../attributes/secrets.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import type { Finding, Rule } from '../../rule.ts'

/** A variable in a text that the agent fills in at upload, before a job or its shell is there. */
interface FilledIn extends Pick<Finding, 'path' | 'target'> {
  readonly node: Node
  readonly text: string
  /** The names in the text, in its order. */
  readonly names: readonly string[]
}

/** A variable that only the step itself sets, which the agent does not see (docs/spec/upload.md §4.3). */
export const interpolatedOwnEnv: Rule = {
  code: 'KW4106',
  severity: 'warning',
  *check(graph) {
    const shared = asMap(graph.attributes['env'])
    for (const { node, text, names, ...place } of filledIn(graph)) {
      const own = asMap(node.attributes['env'])
      const name = names.find((known) => isLiteral(own[known]) && !Object.hasOwn(shared, known))
      if (name === undefined) continue
      yield {
        node,
        ...place,
        span: spanOf(name, text),
        message: `the upload fills in $${name}, which only this step's env sets`,
        why: "a step's env is there when its job runs; at upload the agent has its own, and that of the pipeline",
        hint: {
          typescript: `set ${name} in the env of the pipeline, or leave "$${name}" to the shell as plain text`,
          yaml: `set ${name} in the env of the pipeline, or write $$${name}, which leaves it to the shell`,
        },
      }
    }
  },
}

/** A variable that the same command sets: the agent fills it in before any shell runs. */
export const interpolatedAssignment: Rule = {
  code: 'KW4109',
  severity: 'warning',
  *check(graph) {
    const assigned = new Map<Node, ReadonlySet<string>>()
    for (const { node, text, names, ...place } of filledIn(graph)) {
      if (!isCommand(place)) continue
      const own = assigned.get(node) ?? assignedNames(commandText(node.attributes))
      assigned.set(node, own)
      const name = names.find((known) => own.has(known))
      if (name === undefined) continue
      yield {
        node,
        ...place,
        span: spanOf(name, text),
        message: `the upload fills in $${name}, which this command sets itself`,
        why: 'it happens before the command runs: what the command sets never shows there',
        hint: leaveToShell(name),
      }
    }
  },
}

/** A variable that differs from job to job, or a secret, of which the uploading job has another or none. */
export const interpolatedJobVariable: Rule = {
  code: 'KW4110',
  severity: 'warning',
  *check(graph) {
    const shared = secretNames(graph.attributes)
    for (const { node, text, names, ...place } of filledIn(graph)) {
      if (!isCommand(place)) continue
      const secrets = secretNames(node.attributes)
      const name = names.find((known) => isJobVariable(known) || secrets.has(known) || shared.has(known))
      if (name === undefined) continue
      yield {
        node,
        ...place,
        span: spanOf(name, text),
        message: `the upload fills in $${name}, which only the job of this step knows`,
        why: 'it is filled in by the job that uploads, which has another value or none',
        hint: leaveToShell(name),
      }
    }
  },
}

/** PowerShell's variables of the environment: the agent takes `$env` for a variable of its own. */
export const interpolatedPowerShell: Rule = {
  code: 'KW4111',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, target, value } of expressions(graph)) {
      const found = /(?<![$\\])\$env:(\w+)/i.exec(value[interpolatedText])
      if (!found || !node || !isCommand({ path })) continue
      yield {
        node,
        path,
        target,
        span: { start: found.index, end: found.index + found[0].length },
        message: `the upload fills in $env, so that "${found[0]}" arrives as ":${found[1]}"`,
        why: 'to the agent, $env is a variable like any other',
        hint: leaveToShell(`env:${found[1]}`),
      }
    }
  },
}

function leaveToShell(name: string): Finding['hint'] {
  return {
    typescript: `write the command as plain text: the shell reads $${name}`,
    yaml: `write $$${name}: the shell gets $${name}`,
  }
}

function* filledIn(graph: Graph): Iterable<FilledIn> {
  for (const { node, path, target, value } of expressions(graph)) {
    const text = value[interpolatedText]
    if (node) yield { node, path, target, text, names: namesIn(text) }
  }
}

/** Where a text first has a variable that is not left to the shell by a `$` or a backslash before it. */
function spanOf(name: string, text: string): Finding['span'] {
  const found = new RegExp(String.raw`(?<![$\\])(?:\$\$)*(\$\{?${name}\b\}?)`).exec(text)
  const [all = '', variable = ''] = found ?? []
  return found ? { start: found.index + all.length - variable.length, end: found.index + all.length } : undefined
}

function isCommand({ path: [attribute] }: Pick<Finding, 'path'>): boolean {
  return attribute === 'command' || attribute === 'commands'
}

function commandText({ command, commands = command }: PlainMap): string {
  const lines: readonly unknown[] = Array.isArray(commands) ? commands : [commands]
  return lines.map((line) => (isInterpolated(line) ? line[interpolatedText] : String(line))).join('\n')
}

/** `X=…`, `for X in`, `read X Y`, PowerShell's `$X = …`: the names, and what stands on the right. */
const assignment =
  /(?:^|[\s;&|(){}])(?:([A-Za-z]\w*)=([^;&|\n]*)|(?:for|select)\s+(\w+)\s+in\b|read\s+([\w -]+)|\$([A-Za-z]\w*) = ([^;&|\n]*))/gm

/**
 * The names that a command sets before it reads them. What is set from itself, as in `X=${X:-1}`, is there at upload too.
 */
function assignedNames(text: string): ReadonlySet<string> {
  const read = new Map(Array.from(text.matchAll(/\$\{?([A-Za-z]\w*)/g), ({ 1: name, index }) => [name, index]))
  const found = new Set<string>()
  for (const { 0: all, 1: set, 2: value = '', 3: loop, 4: input = '', 5: shell, 6: own = '', index } of text.matchAll(
    assignment,
  )) {
    for (const name of [set, loop, shell, ...input.split(' ')]) {
      if (name === undefined || (read.get(name) ?? -1) < index + all.length - value.length - own.length) continue
      if (!new RegExp(String.raw`\$\{?${name}\b`).test(value + own)) found.add(name)
    }
  }
  return found
}

function secretNames({ secrets }: PlainMap): ReadonlySet<string> {
  return new Set(Array.from(declaredSecrets(secrets), ({ variable }) => variable))
}

/** A variable that is handed through, `TAG: interpolated('$TAG')`, is there at upload. */
function isLiteral(value: unknown): boolean {
  return value !== undefined && !isInterpolated(value)
}

function namesIn(text: string): readonly string[] {
  const parsed = parseExpression(text)
  return 'kind' in parsed ? [] : [...variables(parsed)]
}

function* variables(expression: Expression): Iterable<string> {
  for (const part of expression) {
    if (typeof part === 'string') continue
    yield part.name
    if ('word' in part) yield* variables(part.word)
  }
}
