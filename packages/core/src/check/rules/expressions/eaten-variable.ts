import { interpolatedText, isInterpolated, type PlainMap } from '@kitewright/schema'
import { assignedNames } from '../../../attributes/assigned-names.ts'
import { filledIn, variableSpan } from '../../../attributes/filled-in-texts.ts'
import { isJobVariable } from '../../../attributes/job-variables.ts'
import { expressions } from '../../../attributes/places.ts'
import { asMap } from '../../../attributes/read-value.ts'
import { declaredSecrets } from '../../../attributes/secrets.ts'
import type { Node } from '../../../model/graph.ts'
import type { Finding, Rule } from '../../rule.ts'
import { leftToShell } from '../outsiders/left-to-shell.ts'

/** A variable that only the step itself sets, which the agent does not see (docs/spec/upload.md §4.3). */
export const interpolatedOwnEnv: Rule = {
  code: 'KW4106',
  severity: 'warning',
  mendsByShell: true,
  *check(graph, { readShell }) {
    const shared = asMap(graph.attributes['env'])
    for (const { node, path, target, text, names } of filledIn(graph)) {
      if (!node) continue
      const own = asMap(node.attributes['env'])
      const isOwn = (known: string): boolean => isLiteral(own[known]) && !Object.hasOwn(shared, known)
      const name = names.find(isOwn)
      if (name === undefined) continue
      yield {
        node,
        path,
        target,
        span: variableSpan(name, text),
        message: `the upload fills in $${name}, which only this step's env sets`,
        why: "a step's env is there when its job runs; at upload the agent has its own, and that of the pipeline",
        hint: {
          typescript: `set ${name} in the env of the pipeline, or leave "$${name}" to the shell as plain text`,
          yaml: `set ${name} in the env of the pipeline, or write $$${name}, which leaves it to the shell`,
        },
        mend: isCommand({ path }) ? leftToShell(text, isOwn, readShell) : undefined,
      }
    }
  },
}

/** A variable that the same command sets: the agent fills it in before any shell runs. */
export const interpolatedAssignment: Rule = {
  code: 'KW4109',
  severity: 'warning',
  mendsByShell: true,
  *check(graph, { readShell }) {
    const assigned = new Map<Node, ReadonlySet<string>>()
    for (const { node, path, target, text, names } of filledIn(graph)) {
      if (!node || !isCommand({ path })) continue
      const own = assigned.get(node) ?? assignedNames(commandText(node.attributes))
      assigned.set(node, own)
      const name = names.find((known) => own.has(known))
      if (name === undefined) continue
      yield {
        node,
        path,
        target,
        span: variableSpan(name, text),
        message: `the upload fills in $${name}, which this command sets itself`,
        why: 'it happens before the command runs: what the command sets never shows there',
        hint: leaveToShell(name),
        mend: leftToShell(text, (known) => own.has(known), readShell),
      }
    }
  },
}

/** A variable that differs from job to job, or a secret, of which the uploading job has another or none. */
export const interpolatedJobVariable: Rule = {
  code: 'KW4110',
  severity: 'warning',
  mendsByShell: true,
  *check(graph, { readShell }) {
    const shared = secretNames(graph.attributes)
    for (const { node, path, target, text, names } of filledIn(graph)) {
      if (!node || !isCommand({ path })) continue
      const secrets = secretNames(node.attributes)
      const isOfJob = (known: string): boolean => isJobVariable(known) || secrets.has(known) || shared.has(known)
      const name = names.find(isOfJob)
      if (name === undefined) continue
      yield {
        node,
        path,
        target,
        span: variableSpan(name, text),
        message: `the upload fills in $${name}, which only the job of this step knows`,
        why: 'it is filled in by the job that uploads, which has another value or none',
        hint: leaveToShell(name),
        mend: leftToShell(text, isOfJob, readShell),
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
        mend: value[interpolatedText].replace(/(?<![$\\])\$env:/gi, '$$$&'),
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

function isCommand({ path: [attribute] }: Pick<Finding, 'path'>): boolean {
  return attribute === 'command' || attribute === 'commands'
}

function commandText({ command, commands = command }: PlainMap): string {
  const lines: readonly unknown[] = Array.isArray(commands) ? commands : [commands]
  return lines.map((line) => (isInterpolated(line) ? line[interpolatedText] : String(line))).join('\n')
}

function secretNames({ secrets }: PlainMap): ReadonlySet<string> {
  return new Set(Array.from(declaredSecrets(secrets), ({ variable }) => variable))
}

/** A variable that is handed through, `TAG: interpolated('$TAG')`, is there at upload. */
function isLiteral(value: unknown): boolean {
  return value !== undefined && !isInterpolated(value)
}
