import { expect, test } from 'vitest'
import { hasModuleSyntax, importsOnlyKitewright } from './module-syntax.ts'

test.each([
  ["import { command } from 'kitewright'", true],
  ["import 'kitewright'", true],
  ['const a = 1\nexport default a', true],
  ["import type from './type.ts'", true],
  ["import type { Step } from './step.ts'\nmodule.exports = []", false],
  ["module.exports = import('./steps.mjs')", false],
  ["import('./steps.mjs').then(start)", false],
  ['const script = `\nimport os\n`\nmodule.exports = script', false],
  ['/*\nexport default []\n*/\nmodule.exports = []', false],
  ["// it's\nexport default []", true],
])('%j is a module: %s', (source, expected) => {
  expect(hasModuleSyntax(source)).toBe(expected)
})

test.each([
  "import { command } from 'kitewright'",
  'import {\n  command,\n} from "kitewright"\nimport { service } from \'kitewright/presets\'',
  'export default []',
])('%j reaches kitewright alone', (source) => {
  expect(importsOnlyKitewright(source)).toBe(true)
})

test.each([
  "import fs from 'node:fs'",
  "import { command } from 'kitewright'; import fs from 'fs'",
  "import { a } from 'kitewright-fs'",
  "import './preset.ts'",
  "const { a } = await import('./preset.ts')",
  "const fs = require('fs')",
  "process.getBuiltinModule('fs')",
  "globalThis['pro' + 'cess'].binding('fs')",
  "(() => {}).constructor('x')",
])('%j may reach others', (source) => {
  expect(importsOnlyKitewright(source)).toBe(false)
})
