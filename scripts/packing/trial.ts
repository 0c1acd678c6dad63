import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The package that is published, as a folder and packed. */
export interface Packed {
  readonly folder: string
  readonly tarball: string
}

/** Packs the sources as they are. */
export function pack(): Packed {
  const dist = newFolder()
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts', dist], { cwd: root, stdio: 'pipe' })
  return { folder: join(dist, 'package'), tarball: join(dist, 'kitewright.tgz') }
}

/** What a new user sees who installs the tarball in an empty repository. */
export interface Trial {
  readonly folder: string
  readonly rendered: string
  readonly renderedJson: unknown
  readonly version: string
  readonly entries: Readonly<Record<string, readonly string[]>>
  readonly explained: string
}

/** Installs a tarball in an empty repository, sets it up, renders, and imports every entry, all on one runtime. */
export function tryPackage(tarball: string, runtime: string): Trial {
  const folder = newFolder()
  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...outsideBuild(), BUILDKITE_BRANCH: 'main' } })
  run('npm', 'init', '-y')
  run('npm', 'install', '--prefer-offline', tarball)
  const kitewright = (...args: readonly string[]): string =>
    run(runtime, join(folder, 'node_modules/kitewright/lib/bin.js'), ...args)
  kitewright('init', '--preset', 'empty', '--kitewright', tarball)
  return {
    folder,
    rendered: kitewright('render'),
    renderedJson: JSON.parse(kitewright('render', '--format', 'json')) as unknown,
    version: kitewright('--version').trim(),
    entries: Object.fromEntries(entryNames(folder).map((name) => [name, importedNames(run, runtime, name)])),
    explained: kitewright('explain', 'KW1002'),
  }
}

/** The environment without a build's variables, and with the cache of compiled code where it does no harm. */
function outsideBuild(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BUILDKITE')))
}

/** Such as `kitewright` and `kitewright/simulate`: what of the package can be imported as code. */
export function entryNames(folder: string): readonly string[] {
  const manifest = readFileSync(join(folder, 'node_modules/kitewright/package.json'), 'utf8')
  const { exports } = JSON.parse(manifest) as { readonly exports: Readonly<Record<string, unknown>> }
  return Object.entries(exports).flatMap(([path, file]) =>
    typeof file === 'object' ? [path.replace(/^\./, 'kitewright')] : [],
  )
}

function importedNames(
  run: (program: string, ...args: readonly string[]) => string,
  runtime: string,
  entry: string,
): readonly string[] {
  // Entries for test runners can only be imported in one.
  if (entry === 'kitewright/vitest') return []
  const script = `import * as entry from '${entry}'; console.log(JSON.stringify(Object.keys(entry)))`
  const args = runtime.includes('bun') ? ['-e', script] : ['--input-type=module', '-e', script]
  return JSON.parse(run(runtime, ...args)) as readonly string[]
}

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'kitewright-')))
}
