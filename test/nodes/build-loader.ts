import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { temporaryFolder } from '../temporary-folder.ts'
import { root } from '../source-files.ts'

const kitewright = join(root, 'packages', 'kitewright')

/** Compiles the loader to JavaScript, so that it runs with no tsx around it, as an installed one does. */
export function buildLoader(): string {
  const built = temporaryFolder({ 'package.json': '{ "type": "module" }' })
  symlinkSync(join(kitewright, 'node_modules'), join(built, 'node_modules'))
  for (const folder of ['load', 'locate', 'secrets', 'text', 'world']) {
    mkdirSync(join(built, folder), { recursive: true })
    for (const name of readdirSync(join(kitewright, 'src', folder))) {
      if (name.endsWith('.ts') && !name.endsWith('.test.ts'))
        build(join(kitewright, 'src', folder, name), join(built, folder, name))
    }
  }
  return build(join(root, 'test', 'nodes', 'load-files.ts'), join(built, 'load-files.ts'))
}

function build(source: string, target: string): string {
  const text = readFileSync(source, 'utf8').replaceAll('../../packages/kitewright/src/', './')
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
      verbatimModuleSyntax: true,
    },
  })
  const script = target.replace(/ts$/, 'js')
  writeFileSync(script, outputText)
  return script
}
