import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kitewrightBin } from '../temporary-folder.ts'
import { newProject, type ProcessEnd } from './project.ts'

const project = newProject()

const head = "import { command, definePipeline } from 'kitewright'\n"
const steps = "[command({ label: 'Unit', command: 'npm test' })]"
const rendered = 'steps:\n  - label: Unit\n    command: npm test\n'

/** Renders a file whose second line is given. */
function render(line: string, ending = 'ts'): ProcessEnd {
  project.write(`pipeline.${ending}`, `${head}${line}\nexport default definePipeline(${steps})\n`)
  return project.run('render', `pipeline.${ending}`)
}

/** The same where the default export is a function with this body. */
function renderFunction(body: string): ProcessEnd {
  project.write('pipeline.ts', `${head}export default definePipeline(${body})\n`)
  return project.run('render', 'pipeline.ts')
}

const refused = (firstLines: string): unknown => ({
  code: 1,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^${firstLines.replace(/[[\]().|^$]/g, '\\$&')}\n[^]*\n\n1 error\n$`)),
})

describe('code that gives no pipeline ends with a diagnostic, whatever it does', () => {
  test('it ends the process while it is loaded', () => {
    expect(render('process.exit(0)')).toEqual(
      refused('error[KW1028]: the file ends the process: process.exit(0)\n --> pipeline.ts:2:9'),
    )
  })

  test('it ends the process in its function, and catches what that throws', () => {
    const body = `() => { try { process.exit(3) } catch {} return ${steps} }`
    expect(renderFunction(body)).toEqual(
      refused('error[KW1028]: the file ends the process: process.exit(3)\n --> pipeline.ts:2:53'),
    )
  })

  test('it ends the process by what Node itself ends it by', () => {
    expect(render('process.reallyExit(0)')).toEqual(
      refused('error[KW1028]: the file ends the process: process.reallyExit(0)\n --> pipeline.ts:2:9'),
    )
  })

  test('it sets another exit code as the process ends', () => {
    const line = "process.on('exit', () => { process.exitCode = 0 }); throw new Error('no')"
    expect(render(line)).toEqual(refused('error[KW1023]: Error: no\n --> pipeline.ts:2:59'))
  })

  test('its function waits for what never comes', () => {
    expect(renderFunction(`async () => { await new Promise(() => {}); return ${steps} }`)).toEqual(
      refused('error[KW1029]: the file waits for a promise that never settles\n --> pipeline.ts:2:16'),
    )
  })

  test('it waits for what never comes while it is loaded', () => {
    expect(render('await new Promise(() => {})', 'mts')).toEqual(
      refused('error[KW1029]: the file waits for a promise that never settles\n --> pipeline.mts:1:1'),
    )
  })

  test('a promise that nobody waits for is rejected', () => {
    expect(render("Promise.reject(new Error('lost'))")).toEqual(
      refused('error[KW1023]: Error: lost\n --> pipeline.ts:2:16'),
    )
  })

  test('a callback throws while the function waits', () => {
    const body = `async () => {
  setTimeout(() => { throw new Error('in a timer') }, 1)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return ${steps}
}`
    expect(renderFunction(body)).toEqual(refused('error[KW1023]: Error: in a timer\n --> pipeline.ts:3:28'))
  })

  test('its function throws an error that has lost its stack', () => {
    expect(renderFunction("() => { throw Object.assign(new Error('bare'), { stack: '' }) }")).toEqual(
      refused('error[KW1023]: Error: bare\n --> pipeline.ts:2:16'),
    )
  })

  test('its function rejects with what is no error', () => {
    expect(renderFunction("async () => { throw { code: 'none' } }")).toEqual(
      refused("error[KW1023]: the file threw { code: 'none' }\n --> pipeline.ts:2:16"),
    )
  })
})

describe('nothing gets in front of the pipeline on stdout', () => {
  const printing = {
    'console.log': "console.log('got through')",
    'process.stdout': "process.stdout.write('got through')",
    'descriptor 1': "import { writeSync } from 'node:fs'; writeSync(1, 'got through')",
    'descriptor 1, by the default import': "import fs from 'fs'; fs.writeSync(1, 'got through')",
    'a stream of descriptor 1':
      "import fs from 'fs'; fs.createWriteStream('', { fd: 1, autoClose: false }).write('got through')",
    'the name of stdout': "import fs from 'fs'; fs.writeFileSync('/dev/stdout', 'got through')",
    'a descriptor of that name':
      "import fs from 'fs'; fs.writeSync(fs.openSync('/proc/self/fd/1', 'w'), 'got through')",
    'the name of stdout, promised':
      "import { appendFile } from 'node:fs/promises'; await appendFile('/dev/stdout', 'got through')",
    'a program that inherits it':
      "import { spawnSync } from 'node:child_process'; spawnSync('echo', ['got through'], { stdio: 'inherit' })",
    'a program given descriptor 1':
      "import { execSync } from 'child_process'; execSync('echo got through', { stdio: ['ignore', 1, 2] })",
    'a program in the background':
      "import { spawn } from 'node:child_process'; await new Promise((done) => spawn('echo', ['got through'], { stdio: 'inherit' }).on('close', done))",
    'the process itself': "if (!process.argv.includes('-')) (await import('node:fs')).writeSync(1, 'got through')",
  }

  test.each(Object.entries(printing))('%s', (_, line) => {
    project.write('printing.mjs', `${head}${line}\nexport default definePipeline(${steps})\n`)
    // stderr is a file: a socket, which it is otherwise here, has no name that could be opened.
    const { status, stdout } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" render printing.mjs 2>said', process.execPath, kitewrightBin],
      {
        cwd: project.folder,
        encoding: 'utf8',
      },
    )
    const said = readFileSync(join(project.folder, 'said'), 'utf8').trim()
    expect({ status, stdout, said }).toEqual({ status: 0, stdout: rendered, said: 'got through' })
  })

  test('required, too', () => {
    const lines =
      "require('fs').writeSync(1, 'one ')\nrequire('child_process').execSync('echo two', { stdio: 'inherit' })"
    project.write(
      'printing.cjs',
      `const { command, definePipeline } = require('kitewright')\n${lines}\nmodule.exports = definePipeline(${steps})\n`,
    )
    expect(project.run('render', 'printing.cjs')).toEqual({ code: 0, stdout: rendered, stderr: 'one two\n' })
  })

  test('and nothing at all where the time is limited', () => {
    project.write(
      'printing.mjs',
      `${head}process.getBuiltinModule('fs').writeSync(1, 'got through')\nexport default definePipeline(${steps})\n`,
    )
    expect(project.run('render', 'printing.mjs', '--timeout', '20')).toEqual({
      code: 0,
      stdout: rendered,
      stderr: 'got through',
    })
  })
})

describe('code that takes longer than it may', () => {
  test('is ended in render', () => {
    project.write('endless.mjs', 'while (true) {}\n')
    expect(project.run('render', 'endless.mjs', '--timeout', '1')).toEqual(
      refused('error[KW1030]: the file gave no pipeline within 1 second\n --> endless.mjs:1:1'),
    )
  })

  test('is ended in check, and told in the form that is asked for', () => {
    const { code, stdout } = project.run('check', 'endless.mjs', '--timeout', '0.5', '--format', 'json')
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string }[] }
    expect({ code, codes: diagnostics.map((diagnostic) => diagnostic.code) }).toEqual({ code: 1, codes: ['KW1030'] })
  })

  test('gives what it gives where it is quick enough', () => {
    project.write('quick.mjs', `${head}export default definePipeline(${steps})\n`)
    expect(project.run('render', 'quick.mjs', '--timeout', '20')).toEqual({ code: 0, stdout: rendered, stderr: '' })
  })
})

test('what the file leaves running keeps the command neither from printing nor from ending', () => {
  expect(render('setInterval(() => {}, 1000)')).toEqual({ code: 0, stdout: rendered, stderr: '' })
})

test.each([
  ['[]', 'a list', 'definePipeline([ … ])'],
  ['() => []', 'a function', 'definePipeline(({ build }) => [ … ])'],
  ['Promise.resolve(1)', 'a promise', 'definePipeline(async () => { … }), or await it'],
  ['{ steps: [] }', 'an object', 'definePipeline({ steps: [ … ] })'],
  ["{ label: 'x' }", 'an object', 'definePipeline([ … ]), also around a single step'],
  ['42', '42', 'definePipeline([ … ])'],
])('a default export that is no pipeline is pointed at: %s', (value, what, hint) => {
  project.write('exported.mjs', `// the pipeline\nexport default ${value}\n`)
  expect(project.run('render', 'exported.mjs')).toEqual({
    code: 1,
    stdout: '',
    stderr: `error[KW1025]: the default export is ${what}, not what definePipeline returns
 --> exported.mjs:2:16
  |
2 | export default ${value}
  |                ${'^'.repeat(value.length)}
  = help: write export default ${hint}

1 error
`,
  })
})
