/** Sources in which a text stands in some place, many of them with a mistake there. */
const index = new URL('../../packages/kitewright/src/index.ts', import.meta.url).href
const head = `import { block, command, definePipeline, group, interpolated, trigger, wait } from ${JSON.stringify(index)}\n`

const steps = (code: string): string => `${head}export default definePipeline([\n  ${code},\n])\n`

/** Programs, by where the text stands. */
export const programs: Readonly<Record<string, (text: string) => string>> = {
  label: (text) => steps(`command({ label: ${text}, command: 'a', depends_on: 'nobody' })`),
  'label of two': (text) =>
    steps(`command({ key: 'a', label: ${text} }), command({ key: 'a', label: ${text}, command: 'x' })`),
  command: (text) => steps(`command({ label: 'A', command: ${text}, timeout_in_minutes: ${text} })`),
  key: (text) => steps(`command({ key: ${text}, command: 'a' }), wait({ depends_on: ${text} })`),
  dependency: (text) => steps(`command({ label: 'A', command: 'a', depends_on: [${text}, ${text}] })`),
  'name of an attribute': (text) => steps(`command({ label: 'A', command: 'a', [${text}]: 1 })`),
  environment: (text) => steps(`command({ label: 'A', command: 'a', env: { PLAIN: ${text}, [${text}]: 1 }, iff: 1 })`),
  'secret variable': (text) => steps(`command({ label: 'A', command: 'a', env: { OTHER_TOKEN: ${text} }, iff: 1 })`),
  'beside a mistake': (text) => steps(`command({ label: 'A', depends: ${text}, command: ['b'], iff: ${text} })`),
  condition: (text) => steps(`command({ label: 'A', command: 'a', if: 'build.branch == ' + ${text} })`),
  plugin: (text) =>
    steps(`command({ label: 'A', command: 'a', plugins: [${text}, { docker: { password: ${text} } }] })`),
  matrix: (text) => steps(`command({ label: '{{matrix.x}}', command: 'a', matrix: [${text}, ${text}] })`),
  raw: (text) => steps(`command({ raw: { command: ${text}, [${text}]: ${text}, depends_on: ${text} } })`),
  interpolated: (text) => steps(`command({ label: 'A', command: interpolated('\${X?' + ${text} + '}') })`),
  trigger: (text) =>
    steps(`trigger({ trigger: ${text}, build: { message: ${text}, env: { A: ${text} } }, soft_fail: ${text} })`),
  block: (text) => steps(`block({ block: ${text}, fields: [{ text: ${text}, key: ${text} }] })`),
  group: (text) =>
    steps(`group({ group: ${text}, key: ${text}, steps: [command({ command: 'a', agents: ${text} })] })`),
  'no step': (text) => steps(`${text}, { [${text}]: ${text} }`),
  'no pipeline': (text) => `export default ${text}\n`,
  error: (text) => `${head}throw new Error('failed: ' + ${text})\n`,
  'error in a function': (text) => `${head}export default definePipeline(() => { throw new TypeError(${text}) })\n`,
  'error with a cause': (text) =>
    `${head}export default definePipeline(async () => { throw { reason: [${text}], cause: new Error(${text}) } })\n`,
  'thrown text': (text) => `${head}throw ${text}\n`,
  'missing module': (text) => `import ${text}\n${head}export default definePipeline([])\n`,
  'syntax error': (text) => `${head}export default definePipeline([command({ label: ${text} command: 'a' })])\n`,
  comment: (text) => steps(`command({ label: 'A', commnd: 'a' }) // ${text.replace(/\s+/g, ' ')}\n`),
  context: () => `${head}export default definePipeline(({ env, build, changedFiles }) => [
  command({ label: build.message, command: Object.values(env).join(' ') + changedFiles.join(' '), depends_on: env.PLAIN }),
])\n`,
}

/** YAML, by where the text stands. */
export const documents: Readonly<Record<string, (text: string, raw: string) => string>> = {
  label: (text) => `steps:\n  - { label: ${text}, command: a, depends_on: nobody }\n`,
  command: (text) => `steps:\n  - command: ${text}\n    timeout_in_minutes: ${text}\n`,
  key: (text) => `steps:\n  - { key: ${text}, command: a }\n  - { wait: ~, depends_on: ${text} }\n`,
  environment: (text) => `env: { PLAIN: ${text} }\nsteps:\n  - { command: a, iff: ${text}, env: { ${text}: 1 } }\n`,
  'secret variable': (text) => `env: { OTHER_TOKEN: ${text} }\nsteps: [{ command: a, iff: 1 }, ${text}]\n`,
  condition: (text) => `steps:\n  - command: a\n    if: ${text}\n`,
  'same name twice': (text) => `steps:\n  - command: a\n    ${text}: 1\n    ${text}: 2\n`,
  'comment beside a mistake': (_, raw) => `steps:\n  - label: a: b # ${raw.replace(/\s+/g, ' ')}\n`,
  'beside a mistake': (text) => `steps:\n  - { label: ${text}, command: a, : , }\n  - ${text}: : ]\n`,
  block: (_, raw) =>
    `steps:\n  - label: |\n      ${raw.replace(/\r?\n/g, '\n      ')}\n    commnd: x\n    command: x: y\n`,
  plain: (_, raw) => `steps:\n  - label: ${raw.replace(/\s+/g, ' ')}\n    depends_on: nobody\n`,
  alias: (_, raw) => `steps:\n  - label: *${raw.replace(/\s+/g, ' ')}\n`,
  'no steps': (text) => `${text}\n`,
  'unknown step': (text) => `steps:\n  - ${text}\n  - { ${text}: ${text} }\n`,
  'missing variable': (text) => `steps:\n  - command: "\${X?"${text}\n  - command: \${X?${text}}\n`,
}
