import { expect, test } from 'vitest'
import { memoryWorld } from '../../world/memory-world.ts'
import { temporaryFolder, writeFiles } from '../../../../../test/temporary-folder.ts'
import { lookAtSource } from './look-at-source.ts'

const folder = temporaryFolder()

/** Each diagnostic with the text that it points at. */
function look(text: string): readonly string[] {
  const source = `import * as kw from 'kitewright'\nimport { block as gate, command, sequence } from 'kitewright'\n${text}\n`
  writeFiles(folder, { 'looked-at.ts': source })
  return lookAtSource(`${folder}/looked-at.ts`, memoryWorld(folder)).map(({ code, location }) => {
    const { line = 1, column = 1, length = 1, sourceLine = '' } = location ?? {}
    return `${code} ${line}: ${sourceLine.slice(column - 1, column - 1 + length)}`
  })
}

test.each([
  ['a step under a name that nothing uses', `const lint = command({ command: 'lint' })`, ['KW1050 3: lint']],
  ['a call whose step goes nowhere', `command({ command: 'lint' })`, [`KW1050 3: command({ command: 'lint' })`]],
  ['a call by another name', `const go = gate({ block: 'Go' })`, ['KW1050 3: go']],
  ['a call of a namespace', `const lint = kw.command({ command: 'lint' })`, ['KW1050 3: lint']],
  ['a sequence that goes nowhere', `sequence(one, two)`, ['KW1050 3: sequence(one, two)']],
  [
    'a text that is always true',
    `const is = env.BUILDKITE_PULL_REQUEST && 1`,
    ['KW1051 3: env.BUILDKITE_PULL_REQUEST'],
  ],
  [
    'its negation',
    `if (!process.env['BUILDKITE_PULL_REQUEST']) go()`,
    [`KW1051 3: process.env['BUILDKITE_PULL_REQUEST']`],
  ],
  ['a choice by it', `const is = a || env.BUILDKITE_TIMEOUT ? 1 : 2`, ['KW1051 3: env.BUILDKITE_TIMEOUT']],
])('points at %s', (_name, text, found) => {
  expect(look(text)).toEqual(found)
})

test.each([
  ['a step that is listed', `const lint = command({ command: 'lint' })\nexport default [lint]`],
  ['a step that a helper returns', `const lint = () => command({ command: 'lint' })`],
  ['a step that is pushed', `steps.push(command({ command: 'lint' }))`],
  ['a step that is exported', `export const lint = command({ command: 'lint' })`],
  ['a step of which another is a copy', `const lint = command({ command: 'lint' })\nsteps.push(command({ ...lint }))`],
  ['a function of the author that is called alike', `const kit = { command }\nkit.command({})`],
  ['a comparison', `const is = env.BUILDKITE_PULL_REQUEST !== 'false' && 1`],
  ['a value for what is missing', `const is = env.BUILDKITE_PULL_REQUEST ?? 'false'`],
  ['a file that cannot be read', `command(`],
])('takes no offence at %s', (_name, text) => {
  expect(look(text)).toEqual([])
})

test('looks into the files that the program imports by a path, for what is wrong in them wherever they are used', () => {
  writeFiles(folder, {
    'main.ts': `import { preview } from './steps/preview.ts'\nexport default [preview]\n`,
    'steps/preview.ts': `import { command } from 'kitewright'
import { note } from './note.js'
export const preview = (build: Build) => command({ command: \`preview \${build.branch} \${note}\` })
command({ command: 'made for its key' })
`,
    'steps/note.ts': `export const note = ({ env }: Context) => ({ command: 'note ' + env.BUILDKITE_UNBLOCKER })\n`,
  })
  const found = lookAtSource(`${folder}/main.ts`, memoryWorld(folder))
  expect(found.map(({ code, location }) => [code, location?.file.slice(folder.length), location?.line])).toEqual([
    ['KW6005', '/steps/preview.ts', 3],
    ['KW6005', '/steps/note.ts', 1],
  ])
})
