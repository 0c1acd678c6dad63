import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../source-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { buildLoader } from './build-loader.ts'
import { faults, faultyFiles } from './faulty-files.ts'
import { describeNodes, type NodeRun, runScript } from './node-runs.ts'
import { installedKitewright } from './installed-kitewright.ts'

const parts = {
  'typed.ts': 'export const label: string = "x"; export interface Step { label: string }',
  'cased.ts': 'export enum Kind { x }',
}

const moduleKinds: Readonly<Record<string, string>> = {
  default: `import { command } from 'kitewright'\nexport default [command({ label: 'x' })]`,
  awaiting: `import { command } from 'kitewright'\nconst label = await 'x'\nexport default [command({ label })]`,
  relative: `import { label } from './typed.ts'\nexport default [{ label }]`,
  renamed: `import { label } from './typed.js'\nexport default [{ label }]`,
  shortened: `import { label } from './typed'\nexport default [{ label }]`,
  lazy: `const { label } = await import('./typed.ts')\nexport default [{ label }]`,
  unstrippable: `import { Kind } from './cased.ts'\nexport default [{ label: Kind[0] }]`,
}

const { renamed: _, ...javascriptKinds } = moduleKinds

const commonKinds: Readonly<Record<string, string>> = {
  assigned: `const { command } = require('kitewright')\nmodule.exports = [command({ label: 'x' })]`,
  property: `exports.default = [{ label: 'x' }]`,
  compiled: `Object.defineProperty(exports, '__esModule', { value: true })\nexports.default = [{ label: 'x' }]`,
}

const typed: Readonly<Record<string, string>> = {
  annotated: `import type { Step } from './typed.ts'\nconst label: string = 'x'\nexport default [{ label }] as const`,
}

const kindsOf: Readonly<Record<string, (type: string) => Readonly<Record<string, string>>>> = {
  ts: (type) => ({ ...moduleKinds, ...typed, ...(type === 'module' ? {} : commonKinds) }),
  mts: () => ({ ...moduleKinds, ...typed }),
  cts: () => commonKinds,
  // That `./typed.js` may mean typed.ts is TypeScript's rule, for imports in TypeScript.
  js: (type) => ({ ...javascriptKinds, ...(type === 'module' ? {} : commonKinds) }),
  mjs: () => javascriptKinds,
  cjs: () => commonKinds,
}

function filesOf(extension: string): Readonly<Record<string, string>> {
  const files = ['module', 'commonjs', 'none'].flatMap((type) => [
    [`${type}/package.json`, type === 'none' ? '{}' : JSON.stringify({ type })],
    ...Object.entries(parts).map(([name, text]) => [`${type}/${name}`, text]),
    ...Object.entries(kindsOf[extension]?.(type) ?? {}).map(([kind, text]) => [`${type}/${kind}.${extension}`, text]),
  ])
  return Object.fromEntries(files)
}

describe(`loading, by Node ${process.versions.node}, installed`, () => {
  loads({ node: process.execPath, flags: [] }, buildLoader())
})

describeNodes('loading', (run) => {
  loads(run, join(root, 'test/nodes/load-files.ts'))
})

/** What loading gives, by a script that prints it. */
function loads(run: Pick<NodeRun, 'node' | 'flags'>, script: string): void {
  test.for(Object.keys(kindsOf))('loads .%s files in packages of every type', (extension) => {
    const files = filesOf(extension)
    const names = Object.keys(files).filter((name) => !name.endsWith('.json') && !/\/(?:cased|typed)\.ts$/.test(name))
    const folder = temporaryFolder({ ...files, ...installedKitewright })
    expect(runScript(run, script, { args: [folder, ...names], folder })).toEqual(
      Object.fromEntries(names.map((name) => [name, [{ label: 'x' }]])),
    )
  })

  test('says what is wrong with a file, and where', () => {
    const folder = temporaryFolder({ ...faultyFiles, ...installedKitewright })
    const names = Object.keys(faults)
    expect(runScript(run, script, { args: [folder, ...names], folder })).toEqual(faults)
  })

  test('loads a package of a team that is published as TypeScript', () => {
    const folder = temporaryFolder({
      'package.json': '{ "type": "module" }',
      'pipeline.ts': `import { unit } from '@acme/ci'\nexport default [unit('x')]`,
      'node_modules/@acme/ci/package.json': '{ "name": "@acme/ci", "type": "module", "exports": "./index.ts" }',
      'node_modules/@acme/ci/index.ts': 'export const unit = (label: string): { label: string } => ({ label })',
    })
    expect(runScript(run, script, { args: [folder, 'pipeline.ts'], folder })).toEqual({
      'pipeline.ts': [{ label: 'x' }],
    })
  })

  test('where nothing is installed, it says how to install what is locked', () => {
    const folder = temporaryFolder({
      'package-lock.json': '{}',
      'pipeline.ts': `import { unit } from '@acme/ci'\nexport default [unit('x')]`,
    })
    expect(runScript(run, script, { args: [folder, 'pipeline.ts'], folder })).toEqual({
      'pipeline.ts': {
        kind: 'import-not-found',
        message: 'cannot find the package "@acme/ci"',
        position: { file: './pipeline.ts', line: 1, column: 22 },
        length: 10,
        hint: 'run "npm ci --prefix .": node_modules is not there',
      },
    })
  })

  test('says that kitewright is not installed', () => {
    const folder = temporaryFolder({
      'pipeline.ts': `import { command } from 'kitewright'\nexport default [command({})]`,
    })
    expect(runScript(run, script, { args: [folder, 'pipeline.ts'], folder })).toEqual({
      'pipeline.ts': {
        kind: 'not-installed',
        message: 'kitewright is not installed where this file could find it',
        position: { file: './pipeline.ts', line: 1, column: 25 },
        length: 12,
        hint: 'run "npm install kitewright" in ., or set the folder up with "npx kitewright init"',
      },
    })
  })
}
