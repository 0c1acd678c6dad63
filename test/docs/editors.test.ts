import ts from 'typescript'
import { expect, test } from 'vitest'
import { scaffold } from '../../packages/kitewright/src/commands/init/scaffold.ts'
import { compileSources } from '../compile-sources.ts'

const { 'tsconfig.json': config = '' } = scaffold({ pipeline: '', kitewright: '0.0.0' })
const { compilerOptions } = JSON.parse(config) as { readonly compilerOptions: object }
const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, import.meta.dirname)

test('the names of a browser do not compile in a repository that init set up', () => {
  const wrong = `import { command, definePipeline } from 'kitewright'
export default definePipeline([command({ label: status, command: name })])`
  const right = `import { command, definePipeline } from 'kitewright'
export default definePipeline([command({ label: process.env['LABEL'] ?? 'x', command: 'x' })])`
  const said = compileSources({ wrong, right }, import.meta.dirname, options)
  expect([said.get('wrong'), said.get('right')]).toEqual([
    ["status: Cannot find name 'status'.", "name: Cannot find name 'name'."],
    [],
  ])
})

test('an editor offers queue among the agents of a step and of a pipeline', () => {
  const text = `import { command, definePipeline } from 'kitewright'
export default definePipeline({ agents: {  }, steps: [command({ command: 'x', agents: {  } })] })`
  const file = `${import.meta.dirname}/offered.ts`
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const content = path === file ? text : ts.sys.readFile(path)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => import.meta.dirname,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: ts.sys.readFile,
    realpath: (path) => ts.sys.realpath?.(path) ?? path,
    directoryExists: ts.sys.directoryExists,
  }
  const service = ts.createLanguageService(host)
  const offered = [...text.matchAll(/agents: \{ /g)].map(({ index, 0: { length } }) =>
    service.getCompletionsAtPosition(file, index + length, {})?.entries.map(({ name }) => name),
  )
  expect(offered).toEqual([['queue'], ['queue']])
})
