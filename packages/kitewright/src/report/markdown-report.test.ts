import { expect, test } from 'vitest'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { markdownReport } from './markdown-report.ts'

const located: LocatedDiagnostic = {
  code: 'KW3202',
  severity: 'error',
  message: 'variable "build.tga" does not exist',
  path: ['steps', 1, 'if'],
  why: 'Buildkite refuses the upload',
  hint: 'did you mean build.tag?',
  location: {
    file: '/repo/.buildkite/my pipeline.ts',
    line: 12,
    column: 9,
    length: 9,
    sourceLine: "    if: 'build.tga'",
  },
  related: [
    { message: 'called from here', location: { file: '/repo/.buildkite/lib.ts', line: 3, column: 1, length: 4 } },
  ],
}

test('shows the line, the place in it, why and what to do', () => {
  expect(markdownReport([located], { cwd: '/repo' })).toBe(`**kitewright**: 1 error

**error KW3202**: variable "build.tga" does not exist (\`.buildkite/my pipeline.ts:12:9\`)

\`\`\`
12 |     if: 'build.tga'
             ^^^^^^^^^
\`\`\`

- why: Buildkite refuses the upload
- called from here: \`.buildkite/lib.ts:3:1\`
- **help: did you mean build.tag?**
`)
})

test('takes text as it is, whatever Markdown would make of it', () => {
  const sourceLine = 'label: "```"'
  const location = { file: '/repo/a.ts', line: 1, column: 1, length: 5, sourceLine }
  const odd: LocatedDiagnostic = {
    code: 'KW4002',
    severity: 'warning',
    message: 'text holds <b>*_`x`_*</b>\nand more',
    path: [],
    location,
    related: [],
  }
  expect(markdownReport([odd], { cwd: '/repo' })).toBe(`**kitewright**: 1 warning

**warning KW4002**: text holds \\<b\\>\\*\\_\\\`x\\\`\\_\\*\\</b\\> and more (\`a.ts:1:1\`)

\`\`\`\`
1 | label: "\`\`\`"
    ^^^^^
\`\`\`\`
`)
})

test('stops where nobody reads on', () => {
  const report = markdownReport(
    Array.from({ length: 60 }, () => located),
    { cwd: '/repo' },
  )
  expect([report.split('error KW3202').length - 1, report.trimEnd().split('\n').at(-1)]).toEqual([50, '… and 10 more'])
})
