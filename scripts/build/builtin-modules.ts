import type { Plugin } from 'rolldown'

const statement = /import\s*([^"';]*?)\s*from\s*["'](node:[\w/]+)["'];?/g

/**
 * Takes Node's own modules by `process.getBuiltinModule` instead of `import`: an import makes Node wrap each as a module
 * and list its names, which costs a command of 40 ms several more.
 */
export function builtinModules(): Plugin {
  return {
    name: 'builtin-modules',
    // No line moves, and nothing but imports within one: the source map stays as it is.
    renderChunk: (code) => ({
      code: code.replace(statement, (_, names: string, module: string) => taken(names, module)),
      map: null,
    }),
  }
}

function taken(names: string, module: string): string {
  const call = `process.getBuiltinModule("${module}")`
  const [, whole, , parts] = /^(\*\s*as\s+)?([\w$]*)\s*,?\s*(\{.*\})?$/s.exec(names) ?? []
  const name = /^(?:\*\s*as\s+)?([\w$]+)/.exec(names)?.[1]
  const pattern = parts?.replace(/([\w$]+)\s+as\s+/g, '$1:')
  return [
    ...(name === undefined || names.startsWith('{') ? [] : [`const ${name}=${call};`]),
    ...(pattern === undefined || whole !== undefined ? [] : [`const ${pattern}=${call};`]),
  ].join('')
}
