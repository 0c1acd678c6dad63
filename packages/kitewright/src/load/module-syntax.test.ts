import { expect, test } from 'vitest'
import { hasModuleSyntax } from './module-syntax.ts'

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
