/** Files that give no value. */
export const faultyFiles: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'part.ts': `export const label: string = 'x'`,
  'syntax.ts': `const steps: string[] = [\n  'a',,\n  'b' 'c',\n]\nexport default steps`,
  'syntax.mjs': `export default [\n  { label: },\n]`,
  'syntax.cjs': `module.exports = [\n  { label: },\n]`,
  'imports-syntax.ts': `import { steps } from './broken.ts'\nexport default steps`,
  'broken.ts': `export const steps = [\n  'a' 'b',\n]`,
  'no-file.ts': `import { a } from './gone.ts'\nexport default a`,
  'no-file.mjs': `import { a } from './gone.mjs'\nexport default a`,
  'no-file.cjs': `const a = require('./gone.cjs')\nmodule.exports = a`,
  'no-package.ts': `import { label } from './part.ts'\nimport { z } from 'zod'\nexport default [label, z]`,
  'no-entry.ts': `import { x } from 'kitewright/nothing'\nexport default x`,
  'no-name.ts': `import { comand } from 'kitewright'\nexport default [comand({ label: 'x' })]`,
  'throws.ts': `interface Options {\n  label: string\n}\nfunction step(o: Options): never {\n  throw new TypeError(\`no \${o.label}\`)\n}\nexport default [step({ label: 'x' })]`,
  'throws.mjs': `const steps = undefined\nexport default [...steps.list]`,
  'throws.cjs': `const steps = undefined\nmodule.exports = [...steps.list]`,
  'throws-text.ts': `throw 'a text'\nexport default []`,
  'throws-syntax.ts': `export default JSON.parse('{')`,
  'nothing.ts': `export const steps = []`,
  'nothing.cjs': `const steps = []`,
}

const at = (file: string, line: number, column: number): object => ({ file: `./${file}`, line, column })
const unread = "Cannot read properties of undefined (reading 'list')"

/** What is said of each. */
export const faults: Readonly<Record<string, object>> = {
  'syntax.ts': {
    kind: 'syntax',
    message: 'Unexpected token, expected ","',
    position: at('syntax.ts', 3, 7),
    length: 1,
  },
  'syntax.mjs': { kind: 'syntax', message: 'Unexpected token', position: at('syntax.mjs', 2, 12), length: 1 },
  'syntax.cjs': { kind: 'syntax', message: 'Unexpected token', position: at('syntax.cjs', 2, 12), length: 1 },
  'imports-syntax.ts': {
    kind: 'syntax',
    message: 'Unexpected token, expected ","',
    position: at('broken.ts', 2, 7),
    length: 1,
  },
  'no-file.ts': missing('no-file.ts', './gone.ts', 'the file', 1, 19),
  'no-file.mjs': missing('no-file.mjs', './gone.mjs', 'the file', 1, 19),
  'no-file.cjs': missing('no-file.cjs', './gone.cjs', 'the file', 1, 19),
  'no-package.ts': { ...missing('no-package.ts', 'zod', 'the package', 2, 19), hint: 'run "npm install zod" in .' },
  'no-entry.ts': {
    ...missing('no-entry.ts', 'kitewright/nothing', 'the package', 1, 19),
    message: '"kitewright" has no entry "./nothing"',
  },
  'no-name.ts': {
    kind: 'import-not-found',
    message: '"kitewright" exports no "comand"',
    position: at('no-name.ts', 1, 10),
    length: 6,
  },
  'throws.ts': { kind: 'thrown', message: 'TypeError: no x', position: at('throws.ts', 5, 9) },
  'throws.mjs': { kind: 'thrown', message: `TypeError: ${unread}`, position: at('throws.mjs', 2, 26) },
  'throws.cjs': { kind: 'thrown', message: `TypeError: ${unread}`, position: at('throws.cjs', 2, 28) },
  'throws-text.ts': { kind: 'thrown', message: "the file threw 'a text'" },
  'nothing.ts': nothing('nothing.ts'),
  'nothing.cjs': nothing('nothing.cjs'),
}

function missing(file: string, specifier: string, what: string, line: number, column: number): object {
  const message = `cannot find ${what} "${specifier}"`
  return {
    kind: 'import-not-found',
    message,
    position: at(file, line, column),
    length: specifier.length + 2,
  }
}

function nothing(file: string): object {
  return { kind: 'no-default-export', message: 'the file has no default export', position: at(file, 1, 1) }
}
