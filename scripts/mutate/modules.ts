import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import { toCommonJs } from './source.ts'

type Exports = Record<string, unknown>
type Body = (exports: Exports, require: (name: string) => unknown, dirname: string, url: string) => void

/** The project's modules, loaded in this process. What is not the project's is Node's to load. */
export interface Modules {
  /** What a file exports; it is run the first time. */
  load(file: string): Exports
  /** Runs a file, whether it was before or not. */
  run(file: string): Exports
  /** The files that import a file, directly or through others, itself among them. Only what was loaded counts. */
  usersOf(file: string): ReadonlySet<string>
  /** The same modules with another text of one file: its users are run anew, the others are shared. */
  replaced(file: string, text: string): Modules
}

/**
 * Makes a world of modules.
 *
 * @param textOf What a file holds.
 * @param provided Modules that stand for others, by name.
 */
export function createModules(
  root: string,
  textOf: (file: string) => string,
  provided: { readonly [name: string]: unknown },
): Modules {
  const bodies = new Map<string, Body>()
  const importers = new Map<string, Set<string>>()
  return world(bodyOf, new Map())

  function bodyOf(file: string): Body {
    const known = bodies.get(file)
    if (known !== undefined) return known
    const body = compile(file, textOf(file))
    bodies.set(file, body)
    return body
  }

  function usersOf(file: string): ReadonlySet<string> {
    const found = new Set([file])
    for (const used of found) for (const user of importers.get(used) ?? []) found.add(user)
    return found
  }

  /** @param shared Modules that are there already, as far as they are not among the users of what was replaced. */
  function world(
    bodyFor: (file: string) => Body,
    own: Map<string, Exports>,
    shared?: (file: string) => Exports | undefined,
  ): Modules {
    const load = (file: string): Exports => own.get(file) ?? shared?.(file) ?? run(file)
    const run = (file: string): Exports => {
      const exports: Exports = {}
      own.set(file, exports)
      bodyFor(file)(exports, requireFrom(file, load), dirname(file), pathToFileURL(file).href)
      return exports
    }
    const replaced = (file: string, text: string): Modules => {
      const body = compile(file, text)
      const users = usersOf(file)
      const unchanged = (other: string): Exports | undefined => (users.has(other) ? undefined : load(other))
      return world((other) => (other === file ? body : bodyFor(other)), new Map(), unchanged)
    }
    return { load, run, usersOf, replaced }
  }

  function requireFrom(file: string, load: (file: string) => Exports): (name: string) => unknown {
    const external = createRequire(file)
    return (name) => {
      if (Object.hasOwn(provided, name)) return provided[name]
      const target = ownFile(root, name, file)
      if (target === undefined || !existsSync(target) || target.endsWith('.json')) return external(target ?? name)
      importers.set(target, (importers.get(target) ?? new Set()).add(file))
      return load(target)
    }
  }
}

function compile(file: string, text: string): Body {
  return compileFunction(toCommonJs(file, text), ['exports', 'require', '__dirname', '__url'], {
    filename: file,
  }) as Body
}

/** The file that a name means, where it is the project's. */
function ownFile(root: string, name: string, from: string): string | undefined {
  const [path = ''] = name.split('?')
  if (path.startsWith('/')) return path
  if (path.startsWith('.')) return join(dirname(from), path)
  const [, folder, inside = ''] = /^@kitewright\/([^/]+)(.*)$/.exec(path) ?? []
  if (folder === undefined) return undefined
  const home = join(root, 'packages', folder)
  const { exports } = manifestOf(home)
  const file = exports[`.${inside}`]
  return file === undefined ? undefined : join(home, file)
}

interface Manifest {
  readonly exports: { readonly [path: string]: string }
}

const manifests = new Map<string, Manifest>()

function manifestOf(home: string): Manifest {
  const known = manifests.get(home)
  if (known !== undefined) return known
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Manifest
  manifests.set(home, manifest)
  return manifest
}
