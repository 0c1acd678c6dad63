import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe } from 'vitest'
import { leaveOut } from '../left-out.ts'
import { root } from '../source-files.ts'

/** A Node, and the flags by which it runs TypeScript. */
export interface NodeRun {
  readonly name: string
  readonly node: string
  readonly flags: readonly string[]
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** The Node at hand, by tsx where it does not strip types, and the others that `pnpm nodes` installs. */
const nodeRuns: readonly NodeRun[] = [
  {
    name: `Node ${process.versions.node}`,
    node: process.execPath,
    flags: 'typescript' in process.features && process.features.typescript ? [] : ['--import', tsx],
  },
  ...['20.19.0', '22.12.0'].map((version) => installed(version, ['--import', tsx])),
  ...['22.18.0', '22', '24', '26'].map((version) => installed(version, [])),
]

function installed(version: string, flags: readonly string[]): NodeRun {
  const node = join(root, '.cache', 'nodes', version, 'node_modules', 'node', 'bin', 'node')
  return { name: `Node ${version}`, node, flags }
}

function isInstalled({ node }: NodeRun): boolean {
  return existsSync(node)
}

/** Groups tests that are run by each Node; those by a Node that is not installed are skipped. */
export function describeNodes(name: string, body: (run: NodeRun) => void): void {
  for (const run of nodeRuns.filter(isInstalled)) {
    describe(`${name}, by ${run.name}`, () => {
      body(run)
    })
  }
  for (const run of nodeRuns.filter((one) => !isInstalled(one))) {
    leaveOut(`${name}, by ${run.name}`, 'it is not installed (pnpm nodes installs it)')
  }
}

/** Runs a script and returns the JSON it prints. A warning on stderr is a fault: it would stand in every build's log. */
export function runScript(
  { node, flags }: Pick<NodeRun, 'node' | 'flags'>,
  script: string,
  { args, folder }: { readonly args: readonly string[]; readonly folder: string },
): unknown {
  const options = { encoding: 'utf8', cwd: folder, env: cleanEnvironment() } as const
  const { stdout, stderr } = spawnSync(node, [...flags, script, ...args], options)
  if (stderr !== '') throw new Error(stderr)
  return JSON.parse(stdout)
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_PATH: _path, VITEST: _vitest, ...rest } = process.env
  return rest
}
