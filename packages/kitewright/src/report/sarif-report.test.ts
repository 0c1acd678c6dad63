import { expect, test } from 'vitest'
import type { ShownDiagnostic } from './shown-diagnostics.ts'
import { sarifReport } from './sarif-report.ts'

const located: ShownDiagnostic = {
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

const unplaced: ShownDiagnostic = { code: 'KW1011', severity: 'info', message: 'no steps', path: [], related: [] }

const titles = new Map([['KW3202', 'an unknown variable']])

test('gives the rule, the place and what else belongs to it', () => {
  expect(
    JSON.parse(
      sarifReport([located, unplaced], { cwd: '/repo', version: '1.2.3', titleOf: (code) => titles.get(code) }),
    ),
  ).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kitewright',
            version: '1.2.3',
            rules: [
              { id: 'KW1011', shortDescription: { text: 'KW1011' } },
              { id: 'KW3202', shortDescription: { text: 'an unknown variable' } },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'KW3202',
            ruleIndex: 1,
            level: 'error',
            message: {
              text: 'variable "build.tga" does not exist\nWhy: Buildkite refuses the upload\nHelp: did you mean build.tag?',
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: '.buildkite/my%20pipeline.ts' },
                  region: { startLine: 12, startColumn: 9, endColumn: 18 },
                },
                logicalLocations: [{ fullyQualifiedName: 'steps[1].if' }],
              },
            ],
            relatedLocations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: '.buildkite/lib.ts' },
                  region: { startLine: 3, startColumn: 1, endColumn: 5 },
                },
                message: { text: 'called from here' },
              },
            ],
          },
          { ruleId: 'KW1011', ruleIndex: 0, level: 'note', message: { text: 'no steps' }, locations: [{}] },
        ],
      },
    ],
  })
})
