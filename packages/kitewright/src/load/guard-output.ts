import fs from 'node:fs'
import nodeModule from 'node:module'
import { isProcessGuarded } from './process-guard.ts'

type Call = (...args: readonly unknown[]) => unknown
type Change = (args: readonly unknown[]) => readonly unknown[]

const guards: ReadonlyMap<string, () => void> = new Map([
  ['fs', guardFiles],
  ['fs/promises', guardFiles],
  ['child_process', guardPrograms],
])
const guarded = new Set<() => void>()

/**
 * Leads to stderr what an author's code would write past `process.stdout` to descriptor 1, where only the command may
 * write, or let a program write that it starts. To be called before a module of Node's is imported: those that can do it
 * cost milliseconds, and few files need them.
 */
export function guardOutput(specifier: string): void {
  const guard = guards.get(specifier.replace(/^node:/, ''))
  if (guard === undefined || guarded.has(guard)) return
  guarded.add(guard)
  guard()
  nodeModule.syncBuiltinESMExports()
}

/** The same where nobody tells what is imported. */
export function guardAllOutput(): void {
  for (const name of guards.keys()) guardOutput(name)
}

function guardFiles(): void {
  replace(fs, ['write', 'writev', 'writeSync', 'writevSync'], ([file, ...others]) => [file === 1 ? 2 : file, ...others])
  replace(fs, ['writeFile', 'appendFile', 'writeFileSync', 'appendFileSync'], ([file, ...others]) => [
    isStdout(file) ? 2 : file,
    ...others,
  ])
  // These take no number; a log in a file is not to be emptied.
  replace(fs, ['open', 'openSync'], (args) => (isStdout(args[0]) ? ['/dev/stderr', 'a', ...args.slice(2)] : args))
  replace(fs.promises, ['open'], (args) => (isStdout(args[0]) ? ['/dev/stderr', 'a'] : args))
  replace(fs.promises, ['writeFile', 'appendFile'], (args) =>
    isStdout(args[0]) ? ['/dev/stderr', args[1], { flag: 'a' }] : args,
  )
}

/** All that starts a program without waiting for it comes to `ChildProcess.prototype.spawn`. */
function guardPrograms(): void {
  const programs = process.getBuiltinModule('node:child_process')
  replace(programs, ['spawnSync', 'execFileSync', 'execSync'], (args) => args.map(withoutStdout))
  replace(programs.ChildProcess.prototype, ['spawn'], (args) => args.map(withoutStdout))
}

/** Replaces functions by the same with other arguments, as long as the process is guarded. */
function replace(holder: object, names: readonly string[], change: Change): void {
  const calls = holder as Record<string, Call>
  for (const name of names) {
    const call = calls[name] as Call
    calls[name] = function (this: unknown, ...args) {
      return call.apply(this, [...(isProcessGuarded() ? change(args) : args)])
    }
  }
}

function isStdout(file: unknown): boolean {
  return file === 1 || (typeof file === 'string' && STDOUT_NAME.test(file))
}

const STDOUT_NAME = /^\/(?:dev\/stdout|dev\/fd\/1|proc\/self\/fd\/1)$/

/** Options of a program; other arguments stay as they are. */
function withoutStdout(argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null || !('stdio' in argument)) return argument
  const stdio = argument.stdio === 'inherit' ? ['inherit', 'inherit', 'inherit'] : argument.stdio
  if (!Array.isArray(stdio)) return argument
  return { ...argument, stdio: stdio.map((end, index) => (end === 1 || (end === 'inherit' && index === 1) ? 2 : end)) }
}
