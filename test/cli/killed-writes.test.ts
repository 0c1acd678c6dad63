import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
