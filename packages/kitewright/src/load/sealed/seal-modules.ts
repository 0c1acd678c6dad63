import nodeModule, { builtinModules, isBuiltin } from 'node:module'
import type { Refuse } from './attempts.ts'
import { put, withheld } from './replace.ts'

/** What stays of a module of Node's: all but some names, or some names alone; and what stands for others. */
export interface Kept {
  readonly only?: readonly string[] | undefined
  readonly but?: readonly string[] | undefined
  readonly instead?: Readonly<Record<string, unknown>> | undefined
}

const pure = [
  'assert assert/strict console constants diagnostics_channel events path path/posix path/win32 punycode',
  'querystring stream stream/consumers stream/promises stream/web string_decoder sys timers timers/promises url util',
  'util/types zlib _stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_wrap _stream_writable',
].flatMap((names) => names.split(' '))

/** Modules that only reckon, and what does so in others. All else is withheld, what later Nodes will bring too. */
const usual: Readonly<Record<string, Kept>> = {
  ...Object.fromEntries(pure.map((name) => [name, {}])),
  // What notes all that Node does is given its handles.
  async_hooks: { only: ['AsyncLocalStorage', 'AsyncResource', 'executionAsyncId', 'triggerAsyncId'] },
  // A new file has the time of its making.
  buffer: { but: ['File'] },
  crypto: {
    only: [
      'createHash createHmac Hash Hmac hash getHashes timingSafeEqual constants',
      'pbkdf2 pbkdf2Sync hkdf hkdfSync scrypt scryptSync',
    ].flatMap((names) => names.split(' ')),
  },
  fs: { only: ['constants', 'Stats', 'Dirent', 'promises'] },
  'fs/promises': { only: ['constants'] },
  module: {
    but: [
      'register registerHooks enableCompileCache flushCompileCache getCompileCacheDir runMain setSourceMapsSupport',
      'syncBuiltinESMExports',
    ].flatMap((names) => names.split(' ')),
  },
  os: { only: ['EOL', 'constants', 'devNull'] },
  // Sealed by itself.
  process: {},
}

const nothing: Kept = { only: [] }

/**
 * Takes away what Node's modules can do outside, for good and for whoever has them: by `import`, `require`, a loader of
 * its own or `process.getBuiltinModule`, it is the same object.
 *
 * @param instead What stands for members of modules, by the names of both.
 * @throws {Error} Where this Node has something that cannot be taken away.
 */
export function sealModules(
  instead: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  refuse: Refuse,
): void {
  const load = process.getBuiltinModule
  const { syncBuiltinESMExports } = nodeModule
  // All are loaded before the first is sealed: some are made of others.
  const modules = allModules().flatMap((name): readonly (readonly [string, object])[] => {
    // Their very loading changes the process; loaded later, they are refused that.
    if (name === 'domain' || name === 'repl') return []
    const exported: unknown = load(name)
    return isHolder(exported) ? [[name.replace(/^node:/, ''), exported]] : []
  })
  const seals = modules.flatMap(([name, exported]) => {
    const kept = Object.hasOwn(usual, name) ? usual[name] : nothing
    return sealsOf(name, exported, { ...kept, instead: instead[name] }, refuse)
  })
  sealHandles(refuse)
  for (const { module, holder, name, value } of seals) {
    if (!put(holder, name, value) && !isHarmless(module, name, value))
      throw new Error(`${module}.${name} cannot be taken away in this version of Node`)
  }
  syncBuiltinESMExports()
}

/** Node 20 and 22 do not list those that have no name but with `node:`. */
function allModules(): readonly string[] {
  const unlisted = ['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'].filter((name) => isBuiltin(name))
  return [...new Set([...builtinModules, ...unlisted])]
}

interface Sealing {
  readonly module: string
  readonly holder: object
  readonly name: string
  readonly value: unknown
}

function isHolder(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

/** What is to stand for the members of a module. Some are made when they are first asked for, of other modules' members. */
function sealsOf(
  module: string,
  holder: object,
  { only, but = [], instead = {} }: Kept,
  refuse: Refuse,
): readonly Sealing[] {
  const names = new Set([...Object.getOwnPropertyNames(holder), ...Object.keys(instead)])
  return [...names].flatMap((name) => {
    if (inherited.has(name)) return []
    if (Object.hasOwn(instead, name)) return [{ module, holder, name, value: instead[name] }]
    const stays = only === undefined ? !but.includes(name) : only.includes(name)
    return stays
      ? []
      : [{ module, holder, name, value: withheld(valueOf(holder, name), `calls ${module}.${name}`, refuse) }]
  })
}

/** What every function has of its own. */
const inherited: ReadonlySet<string> = new Set(['length', 'name', 'prototype', 'arguments', 'caller'])

/** A getter of a module may fail, as that of `crypto.fips` on some builds. */
function valueOf(exported: object, name: string): unknown {
  try {
    return (exported as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}

/** What cannot be replaced: data, and what is the same object as a global that is sealed by itself. */
function isHarmless(module: string, name: string, value: unknown): boolean {
  return (
    (module === 'crypto' &&
      ['webcrypto', 'subtle', 'getRandomValues', 'fips', 'createCipher', 'createDecipher'].includes(name)) ||
    typeof value !== 'function'
  )
}

/** What an object in an author's hands might still be of: nothing that opens a connection or starts a program. */
function sealHandles(refuse: Refuse): void {
  const [net, dgram, programs] = ['net', 'dgram', 'child_process'].map(
    (name) => process.getBuiltinModule(name) as unknown as Readonly<Record<string, { readonly prototype: object }>>,
  )
  const handles: readonly (readonly [object | undefined, readonly string[]])[] = [
    [net?.['Socket']?.prototype, ['connect']],
    [net?.['Server']?.prototype, ['listen']],
    [dgram?.['Socket']?.prototype, ['bind', 'connect', 'send']],
    [programs?.['ChildProcess']?.prototype, ['spawn']],
  ]
  for (const [prototype = {}, names] of handles)
    for (const name of names)
      put(
        prototype,
        name,
        withheld(() => {}, `calls ${name} of a socket or program`, refuse),
      )
}
