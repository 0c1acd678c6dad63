import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kitewrightBin } from '../temporary-folder.ts'
import { newProject } from './project.ts'

/** Kills the process, as nothing can be caught, where the file that replaces the old one is written and not yet in its place. */
const kill = `const fs = require('node:fs')
for (const name of ['fsyncSync', 'renameSync']) {
  const original = fs[name]
  fs[name] = (...values) => (process.env.KILL_AT === name ? process.kill(process.pid, 'SIGKILL') : original(...values))
}
require('node:module').syncBuiltinESMExports()
`
const pipeline =
  "import { command, definePipeline } from 'kitewright'\nexport default definePipeline([command({ command: 'new' })])\n"
const old = 'steps:\n  - command: old\n'

test.each([
  ['before it is whole', 'fsyncSync', { code: null, command: 'old' }],
  ['before it is renamed', 'renameSync', { code: null, command: 'old' }],
  ['never', 'nowhere', { code: 0, command: 'new' }],
])('a file that is written holds what it held, or all of the new: killed %s', (_, place, expected) => {
  const files = { 'pipeline.ts': pipeline, 'kill.cjs': kill, 'out.yml': old }
  const { folder, run } = newProject(files, { KILL_AT: place, NODE_OPTIONS: '--require ./kill.cjs' })
  const { code } = run('render', 'pipeline.ts', '--write', 'out.yml')
  const [, command] = /^steps:\n  - command: (\w+)\n/m.exec(readFileSync(join(folder, 'out.yml'), 'utf8')) ?? []
  expect({ code, command }).toEqual(expected)
})

test('what a killed process left is private, and gone with the next write', () => {
  const files = { 'pipeline.ts': pipeline, 'kill.cjs': kill }
  const { folder, run } = newProject(files, { KILL_AT: 'fsyncSync', NODE_OPTIONS: '--require ./kill.cjs' })
  const left = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'))
  run('render', 'pipeline.ts', '--write', 'out.yml')
  const [draft = ''] = left()
  expect(statSync(join(folder, draft)).mode & 0o777).toBe(0o600)
  const { PATH } = process.env
  spawnSync(process.execPath, [kitewrightBin, 'render', 'pipeline.ts', '--write', 'out.yml'], {
    cwd: folder,
    env: { PATH, BUILDKITE: 'true', BUILDKITE_BRANCH: 'main' },
  })
  expect(left()).toEqual([])
})
