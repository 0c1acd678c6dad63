import { staticText, type ConditionCall, type ConditionNode } from './condition-node.ts'
import { typeName, type ConditionType } from './condition-type.ts'
import { environmentNames, isEnvironmentName, isHiddenName, labelsName } from './environment-names.ts'
import type { Mistake } from './mistake.ts'
import { suggest } from '@kitewright/schema'

const functions: readonly string[] = ['env', 'build.env']

/** What is wrong with a call, beside what is wrong inside its arguments (docs/spec/conditionals.md §4, §8). */
export function* checkCall(call: ConditionCall, findType: (node: ConditionNode) => ConditionType): Iterable<Mistake> {
  const types = call.arguments.map(findType)
  if (!functions.includes(call.name)) return yield unknownFunction(call)
  const [argument] = call.arguments
  if (argument === undefined || types.length > 1)
    return yield {
      place: call,
      reason: 'arguments',
      message: `${call.name}("NAME") takes one name, not ${types.length}`,
    }
  const [type] = types
  if (!['string', 'enumeration', 'unknown'].includes(type!.kind))
    return yield {
      place: argument,
      reason: 'type',
      message: `${call.name}("NAME") takes a string, not ${typeName(type!)}`,
    }
  const name = staticText(argument)
  if (name !== undefined) yield* checkName(name, argument)
}

function unknownFunction({ name, start }: ConditionCall): Mistake {
  return {
    place: { start, end: start + name.length },
    reason: 'unknown-function',
    message: `function "${name}" does not exist: there are only env("NAME") and build.env("NAME")`,
    suggestion: suggest(name, functions),
  }
}

function* checkName(name: string, place: ConditionNode): Iterable<Mistake> {
  const reason = 'environment-name'
  if (name === '') return yield { place, reason, message: 'the name of the environment variable is empty' }
  if (name.includes('$')) {
    const suggestion = `"${name.replace(/[${}]/g, '')}"`
    return yield { place, reason, message: `"${name}": name the environment variable without "$"`, suggestion }
  }
  if (!isEnvironmentName(name))
    return yield {
      place,
      reason,
      message: `"${name}" is not the name of an environment variable: letters, digits and _ only`,
    }
  if (isHiddenName(name)) yield { place, reason, message: hiddenMessage(name), suggestion: hiddenSuggestion(name) }
}

function hiddenMessage(name: string): string {
  if (name === labelsName) return `conditions cannot see ${name}: use build.pull_request.labels`
  return `conditions cannot see ${name}: Buildkite shows them only some of its own variables`
}

function hiddenSuggestion(name: string): string | undefined {
  if (name === labelsName) return undefined
  const meant = suggest(name, environmentNames)
  return meant && `"${meant}"`
}
