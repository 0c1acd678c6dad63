import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { releaseTag } from '../scripts/release/release-tag.ts'
import { root } from './source-files.ts'

const changelog = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-03-01

### Added

- Much.

## [1.1.0] - 2026-02-01
`

describe('a release', () => {
  test.each([undefined, 'v1.2.0'])('whose version, changelog and tag (%s) agree has a tag', (tag) => {
    expect(releaseTag({ version: '1.2.0', changelog, tag })).toBe('v1.2.0')
  })

  const unreleased = changelog.replace('[Unreleased]\n', '[Unreleased]\n\n- More.\n')
  const sectionless = changelog.replace('## [Unreleased]\n', '')
  const undated = changelog.replace(' - 2026-03-01', '')
  test.each([
    [
      'of a version that the changelog does not have',
      { version: '1.3.0', changelog },
      /"## \[1\.2\.0\] - 2026-03-01", not "## \[1\.3\.0\]/,
    ],
    ['of an older version', { version: '1.1.0', changelog }, /newest section/],
    ['without a date', { version: '1.2.0', changelog: undated }, /"## \[1\.2\.0\]", not "## \[1\.2\.0\] - YYYY-MM-DD"/],
    ['that leaves changes unreleased', { version: '1.2.0', changelog: unreleased }, /empty section \[Unreleased\]/],
    ['without a section for what comes next', { version: '1.2.0', changelog: sectionless }, /empty section/],
    ['under the tag of another', { version: '1.2.0', changelog, tag: 'v1.1.0' }, /the tag is v1\.1\.0, but/],
    ['under a tag without v', { version: '1.2.0', changelog, tag: '1.2.0' }, /the tag is 1\.2\.0, but/],
  ])('%s is refused', (_, release, message) => {
    expect(() => releaseTag(release)).toThrow(message)
  })
})

test('the changelog has a section for what comes next, then dated versions, the newest first', () => {
  const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  const [first, ...released] = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading ?? '')
  const dates = released.map((heading) => /^\[\d+\.\d+\.\d+\] - (\d{4}-\d{2}-\d{2})$/.exec(heading)?.[1])
  expect({ first, dates }).toEqual({ first: '[Unreleased]', dates: dates.toSorted().toReversed() })
})

test('the release workflow pins its actions, may write nothing but its identity, and publishes with provenance', () => {
  const { permissions, jobs } = parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')) as {
    readonly permissions: unknown
    readonly jobs: Readonly<
      Record<string, { readonly permissions: unknown; readonly steps: readonly { uses?: string; run?: string }[] }>
    >
  }
  const steps = jobs['publish']?.steps ?? []
  expect({
    permissions: [permissions, jobs['publish']?.permissions],
    unpinned: steps.filter(({ uses }) => uses !== undefined && !/@[0-9a-f]{40}$/.test(uses)),
    runs: steps.flatMap(({ run }) => run ?? []),
  }).toEqual({
    permissions: [{}, { contents: 'read', 'id-token': 'write' }],
    unpinned: [],
    runs: [
      'npx --yes pnpm release:check "$GITHUB_REF_NAME"',
      'npx --yes pnpm package',
      'bash .ci/run',
      'npm publish dist/kitewright.tgz --provenance --access public',
    ],
  })
})
