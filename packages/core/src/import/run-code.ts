import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { externalStep } from '../dsl/external-step.ts'
import { group } from '../dsl/group.ts'
import { input } from '../dsl/input.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { interpolatedKey } from '../dsl/interpolated-key.ts'
import { plugin } from '../dsl/plugin.ts'
import { trigger } from '../dsl/trigger.ts'
import { wait } from '../dsl/wait.ts'
import type { Callee, Code, Entry, Loop, Program } from './code.ts'

type Scope = ReadonlyMap<string, unknown>
type AnyFunction = (...args: readonly never[]) => unknown

/** The functions that imported code calls. */
export const constructors: { readonly [callee in Callee]: AnyFunction } = {
  block,
  command,
  externalStep,
  group,
  input,
  interpolated,
  plugin,
  trigger,
  wait,
}

/** What a program gives to `definePipeline`, and what its consts hold. Its text is not run. */
export function runProgram(program: Program): { readonly pipeline: unknown; readonly scope: Scope } {
  const scope = new Map<string, unknown>()
  for (const { name, code } of program.statements) scope.set(name, runCode(code, scope))
  return { pipeline: runCode(program.pipeline, scope), scope }
}

/** The value of an expression. */
export function runCode(code: Code, scope: Scope): unknown {
  switch (code.form) {
    case 'literal':
      return code.value
    case 'name':
      return scope.get(code.name)
    case 'as':
      return runCode(code.code, scope)
    case 'list':
      return code.items.flatMap(({ code: item }) =>
        item.form === 'loop' ? runLoop(item, scope) : [runCode(item, scope)],
      )
    case 'object':
      return Object.fromEntries(code.entries.flatMap((entry) => runEntry(entry, scope)))
    case 'script':
    case 'template':
      return code.parts.map((part) => (typeof part === 'string' ? part : String(runCode(part, scope)))).join('')
    case 'loop':
      return runLoop(code, scope)
    case 'function':
    case 'apply':
      return undefined
    case 'call':
      return constructors[code.callee](...(code.args.map((arg) => runCode(arg, scope)) as never[]))
  }
}

function runLoop({ parameters, rows, body }: Loop, scope: Scope): readonly unknown[] {
  return rows.map(({ values }) => {
    const held = values.map((value, index) => [parameters[index]?.name ?? '', runCode(value, scope)] as const)
    return runCode(body, new Map([...scope, ...held]))
  })
}

function runEntry(entry: Entry, scope: Scope): readonly (readonly [PropertyKey, unknown])[] {
  if ('spread' in entry) {
    const spread = runCode(entry.spread, scope) as Readonly<Record<PropertyKey, unknown>>
    return Reflect.ownKeys(spread).map((key) => [key, spread[key]])
  }
  const key = 'key' in entry ? entry.key : interpolatedKey(entry.expression)
  return [[key, runCode(entry.value, scope)]]
}
