import { expect, test } from 'vitest'
import { kitewrightBin, serviceFolder } from '../temporary-folder.ts'
import { describeNodes, runScript } from './node-runs.ts'

// Every step depends on a step that is not there; what is pointed at stands in the comment behind its line, below it
// the lines from which it was called. `: string` is left out where the file is JavaScript.
const body = `
const preset = { agents: { queue: 'x' }, depends_on: 'preset-typo' } //!
function svc(label: string, options: object) { //
  return command({ label, command: 'x', ...options })
}
const needing = (label: string, needs: string) => command({ label, command: 'x', depends_on: [needs] })
const direct = command({
  label: 'Direct',
  command: 'x',
    depends_on: 'direct-typo', //!
})
const pipeline = definePipeline(({ build }) => [
  direct,
  command({ label: 'List', command: 'x', depends_on: [direct, build.branch && 'list-typo'] }), //!
  command({ label: 'Preset', command: 'x', ...preset }),
  command({ ...direct, label: 'Copy' }),
  svc('Helper', { depends_on: 'helper-typo' }), //!
  needing('Argument', 'argument-typo'), //!
  ...['Mapped'].map((label: string) => command({ label, command: 'x', depends_on: 'mapped-typo' })), //!
  remote('Remote', 'remote-typo'), //!
])
`

const remote = `
export function remote(label: string, depends_on: string) {
  return command({ label, command: 'x', depends_on })
}
`

const untyped = (text: string): string => text.replaceAll(/: (?:string|object)/g, '')

function filesOf(extension: string): Readonly<Record<string, string>> {
  const isCommon = extension.startsWith('c')
  const typed = extension.endsWith('ts') ? (text: string): string => text : untyped
  const head = isCommon
    ? `const { command, definePipeline } = require('kitewright')\nconst { remote } = require('./remote.${extension}')`
    : `import { command, definePipeline } from 'kitewright'\nimport { remote } from './remote.${extension}'`
  const imported = isCommon ? "const { command } = require('kitewright')" : "import { command } from 'kitewright'"
  const exported = isCommon ? 'module.exports = pipeline' : 'export default pipeline'
  const part = isCommon ? `${remote.replace('export ', '')}\nmodule.exports = { remote }` : remote
  return {
    [`pipeline.${extension}`]: `${head}\n${typed(body)}\n${exported}`,
    [`remote.${extension}`]: `${imported}\n${typed(part)}`,
  }
}

interface Report {
  readonly diagnostics: readonly {
    readonly message: string
    readonly file: string
    readonly line: number
    readonly column: number
    readonly endColumn: number
    readonly related: readonly { readonly line: number }[]
  }[]
}

/** The text that each diagnostic points at, and whether its line is one that is marked as faulty. */
function pointedAt(files: Readonly<Record<string, string>>, { diagnostics }: Report): readonly string[] {
  return diagnostics.map(({ message, file, line, column, endColumn, related }) => {
    const text = files[file]?.split('\n')[line - 1] ?? ''
    const [, step] = /^step "(.+?)"/.exec(message) ?? []
    const marked = text.endsWith('//!') ? 'marked' : 'unmarked'
    return `${step}: ${file} ${marked} ${text.slice(column - 1, endColumn - 1)}, called from ${related.length}`
  })
}

describeNodes('positions', (run) => {
  test.for(
    ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].flatMap((extension) =>
      ['module', 'commonjs']
        .filter((type) => type === 'commonjs' || extension.length === 2)
        .map((type) => [extension, type] as const),
    ),
  )('points at attributes in .%s files of a package of type %s', ([extension, type]) => {
    const files = filesOf(extension)
    const folder = serviceFolder({ ...files, 'package.json': JSON.stringify({ type }) })
    const report = runScript(run, kitewrightBin, {
      args: ['check', `pipeline.${extension}`, '--format', 'json', '--branch', 'main'],
      folder,
    })
    const file = `pipeline.${extension}`
    expect(pointedAt(files, report as Report).toSorted()).toEqual(
      [
        `direct: ${file} marked 'direct-typo', called from 0`,
        `list: ${file} marked 'list-typo', called from 0`,
        `preset: ${file} marked 'preset-typo', called from 1`,
        `copy: ${file} marked 'direct-typo', called from 1`,
        `helper: ${file} marked 'helper-typo', called from 1`,
        `argument: ${file} marked 'argument-typo', called from 1`,
        `mapped: ${file} marked 'mapped-typo', called from 0`,
        `remote: ${file} marked 'remote-typo', called from 1`,
      ].toSorted(),
    )
  })
})
