import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../source-files.ts'
import { missingPaths, namedCommands } from './named-paths.ts'
import { projectFiles } from './project-files.ts'

const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
const map = /^## Map\n[^]*?(?=^## )/m

describe.each([
  ['CONTRIBUTING.md', read('CONTRIBUTING.md')],
  ['SECURITY.md', read('SECURITY.md')],
  ["README.md's map", map.exec(read('README.md'))?.[0] ?? ''],
])('%s', (_, page) => {
  test('names paths that are there', () => {
    expect(page).not.toBe('')
    expect(missingPaths(page, projectFiles().keys())).toEqual([])
  })

  test('names commands that are there', () => {
    const unknown = namedCommands(page).filter(
      (name) => !Object.hasOwn(scripts, name) && !existsSync(join(root, 'node_modules/.bin', name)),
    )
    expect(unknown).toEqual([])
  })
})

test('paths and commands that are not there are seen', () => {
  const files = ['packages/core/src/emit/write-yaml.ts', 'packages/core/src/check/rules/limits/job-count.ts', 'LICENSE']
  const page = `
Open \`packages/core/src/emit/\`, \`emit/write-yaml.ts\`, \`packages/core/src/check/rules/<subject>/<rule>.ts\`,
\`examples/*/golden/\`, \`emit/write-json.ts\`, \`packages/core/src/emi\`, [the licence](LICENSE), [a page](docs/gone.json#top)
or [a site](https://example.com/a). Run \`pnpm vitest run packages/core/src/gone\`; publish \`dist/kitewright.tgz\`.

\`\`\`sh
pnpm --silent release:check test/gone.ts
\`\`\`
`
  expect({ paths: missingPaths(page, files), commands: namedCommands(page) }).toEqual({
    paths: [
      'examples/*/golden/',
      'emit/write-json.ts',
      'packages/core/src/emi',
      'packages/core/src/gone',
      'test/gone.ts',
      'docs/gone.json',
    ],
    commands: ['vitest', 'release:check'],
  })
})
