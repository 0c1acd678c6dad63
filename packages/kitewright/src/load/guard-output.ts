import fs from 'node:fs'
import nodeModule from 'node:module'

type Call = (...args: unknown[]) => unknown
type Calls = Record<string, Call>

/** What writes to a descriptor, which is its first argument. */
const writers = ['write', 'writev', 'writeSync', 'writevSync']
/** What writes to a descriptor or to a file by its name. */
const fileWriters = ['writeFile', 'appendFile', 'writeFileSync', 'appendFileSync']

/** What starts a program and waits for it; all else that starts one comes to `ChildProcess.prototype.spawn`. */
const starters = ['spawnSync', 'execFileSync', 'execSync']

let isGuarded = false
let areProgramsGuarded = false

/**
 * Leads to stderr what would go past `process.stdout` to descriptor 1, where only the command may write: what is written
 * to it by its number or its name. Returns the function that undoes it.
 */
export function guardOutput(): () => void {
  isGuarded = true
  const releases = [
    replace(fs, writers, ([file, ...others]) => [file === 1 ? 2 : file, ...others]),
    replace(fs, fileWriters, ([file, ...others]) => [isStdout(file) ? 2 : file, ...others]),
    // Neither takes a number; a log in a file is not to be emptied.
    replace(fs, ['open', 'openSync'], (args) => (isStdout(args[0]) ? ['/dev/stderr', 'a', ...args.slice(2)] : args)),
    replace(fs.promises, ['open'], (args) => (isStdout(args[0]) ? ['/dev/stderr', 'a'] : args)),
    replace(fs.promises, ['writeFile', 'appendFile'], (args) =>
      isStdout(args[0]) ? ['/dev/stderr', args[1], { flag: 'a' }] : args,
    ),
  ]
  nodeModule.syncBuiltinESMExports()
  return () => {
    isGuarded = false
    for (const release of releases) release()
    nodeModule.syncBuiltinESMExports()
  }
}

/**
 * Does the same for programs that write where this process does: `stdio: 'inherit'`. Loading what starts them costs
 * milliseconds, so it is for files that do.
 */
export function guardPrograms(): void {
  if (areProgramsGuarded) return
  areProgramsGuarded = true
  const programs = process.getBuiltinModule('node:child_process')
  replace(programs, starters, (args) => args.map(withoutStdout))
  replace(programs.ChildProcess.prototype, ['spawn'], (args) => args.map(withoutStdout))
  nodeModule.syncBuiltinESMExports()
}

/** Replaces functions of an object by the same with other arguments. Returns the function that puts them back. */
function replace(holder: object, names: readonly string[], change: (args: unknown[]) => unknown[]): () => void {
  const calls = holder as Calls
  const own = Object.fromEntries(names.map((name) => [name, calls[name] as Call]))
  for (const [name, call] of Object.entries(own)) {
    calls[name] = function (this: unknown, ...args) {
      return call.apply(this, change(args))
    }
  }
  return () => void Object.assign(calls, own)
}

function isStdout(file: unknown): boolean {
  return file === 1 || (typeof file === 'string' && STDOUT_NAME.test(file))
}

const STDOUT_NAME = /^\/(?:dev\/stdout|dev\/fd\/1|proc\/self\/fd\/1)$/

/** Options of a program; other arguments stay as they are. */
function withoutStdout(argument: unknown): unknown {
  if (!isGuarded || typeof argument !== 'object' || argument === null || !('stdio' in argument)) return argument
  const stdio = argument.stdio === 'inherit' ? ['inherit', 'inherit', 'inherit'] : argument.stdio
  if (!Array.isArray(stdio)) return argument
  return { ...argument, stdio: stdio.map((end, index) => (end === 1 || (end === 'inherit' && index === 1) ? 2 : end)) }
}
