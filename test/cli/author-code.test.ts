import { describe, expect, test } from 'vitest'
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
