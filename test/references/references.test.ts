import { expect, test } from 'vitest'
import { brokenReferences, internalReferences } from './broken-references.ts'
import { projectFiles } from './project-files.ts'

// This test makes wrong citations up.
const files = new Map([...projectFiles()].filter(([file]) => file !== 'test/references/references.test.ts'))

test('every document and section that a file cites is there', () => {
  expect(brokenReferences(files)).toEqual([])
})

test('the documents of docs/spec are cited', () => {
  const cited = new Set([...files.values()].flatMap((text) => text.match(/docs\/spec\/[a-z-]+\.md §\d/g) ?? []))
  expect(cited.size).toBeGreaterThan(30)
})

test('a schema, which editors show to users, cites no document of the project', () => {
  const schemas = [...files].filter(([file]) => /^schemas\/.*\.json$/.test(file))
  expect(schemas.flatMap(([, text]) => internalReferences(text))).toEqual([])
  expect(schemas.length).toBeGreaterThan(0)
})

test('wrong citations are seen', () => {
  const made = new Map([
    ['docs/spec/upload.md', '# Upload\n\n## 4. Text\n\n### 4.1 Grammar\n\nSee §4 and §6, `text.md` §1.\n'],
    ['packages/a/README.md', 'See [b](b.md) and [c](c.md).\n'],
    ['packages/a/b.md', ''],
    [
      'packages/a/src/right.ts',
      '/** Reads it (docs/spec/upload.md §4, §4.1); `*.md` and `${name}.md` are no documents. */\n',
    ],
    [
      'packages/a/src/wrong.ts',
      '// As docs/spec/upload.md\n// §4.2 and §4.1 say, and docs/spec/gone.md, api.md, upload.md §4, test/spec/gone.json.\n// See §4.\n',
    ],
  ])
  expect(brokenReferences(made)).toEqual([
    'docs/spec/upload.md cites docs/spec/upload.md §6, which has no such heading',
    'docs/spec/upload.md cites text.md, which is not in the project',
    'packages/a/README.md cites c.md, which is not in the project',
    'packages/a/src/wrong.ts cites docs/spec/upload.md §4.2, which has no such heading',
    'packages/a/src/wrong.ts cites docs/spec/gone.md, which is not in the project',
    'packages/a/src/wrong.ts cites api.md, which is not in the project',
    'packages/a/src/wrong.ts cites upload.md, which is not in the project',
    'packages/a/src/wrong.ts cites test/spec/gone.json, which is not in the project',
    'packages/a/src/wrong.ts cites §4 of no document: name it before the section',
  ])
  expect(internalReferences('See docs/spec/upload.md §4.')).toEqual(['docs/spec/upload.md', '§4.'])
})
