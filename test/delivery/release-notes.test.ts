import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { temporaryFolder, writeFiles } from '../temporary-folder.ts'
import { programFolder } from './program-folder.ts'
import { type Ended, type ServiceRepository, serviceRepository } from './service-repository.ts'

const script = '.buildkite/scripts/release-notes.sh prod'
const stories = { STORY_PATTERN: 'PAY-[0-9]+', STORY_URL: 'https://stories.example.com/browse/' }

/** A stack that has a commit; none without. */
function stackWith(commit: string): string {
  return commit === ''
    ? 'echo "Stack with id payments-prod does not exist" >&2; exit 1'
    : `printf 'status\\tUPDATE_COMPLETE\\ndeployed-commit\\t${commit}\\ndeployed-at\\t2026-11-20T10:00:00Z\\n'`
}

/** What the script says of a repository, where production has a commit. */
function notesOf(repository: ServiceRepository, deployed: string, env: Readonly<Record<string, string>> = {}): Ended {
  const programs = programFolder({ aws: stackWith(deployed) })
  return repository.run(script, { SERVICE: 'payments', PATH: `${programs}:${process.env['PATH']}`, ...env })
}

function git(repository: ServiceRepository, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: repository.folder })
}

/** A branch of one commit that is merged with a message. */
function merge(repository: ServiceRepository, branch: string, message: string): void {
  git(repository, 'switch', '--quiet', '--create', branch)
  repository.commit(`Work on ${branch}`)
  git(repository, 'switch', '--quiet', 'main')
  git(repository, 'merge', '--quiet', '--no-ff', '--message', message, branch)
}

/** With hashes as words. */
const shown = ({ output }: Ended): string => output.replaceAll(/^- [0-9a-f]{7,} /gm, '- HASH ')

test('stories, pull requests and commits since what production has', () => {
  const repository = serviceRepository('payments')
  const deployed = repository.commit('PAY-1: long there')
  repository.commit('Round half to even (#12)\n\nPAY-2, and PAY-3 again')
  merge(repository, 'refunds', 'Merge pull request #13 from acme/refunds\n\nRefunds for PAY-3')
  merge(repository, 'limits', "Merge branch 'limits' into 'main'\n\nLimits\n\nSee merge request acme/payments!14")
  merge(repository, 'azure', 'Merged PR 15: Fees')
  merge(repository, 'bitbucket', 'Merged in bitbucket (pull request #16)\n\nBatches')
  const commit = repository.commit('Tidy')
  const env = { ...stories, BUILDKITE_REPO: 'git@github.com:acme/payments.git' }
  expect(shown(notesOf(repository, deployed, env))).toBe(`#### What ${commit.slice(0, 12)} brings to payments-prod

Since commit ${deployed} of 2026\\-11\\-20T10\\:00\\:00Z:

**Stories**

- [PAY\\-3](<https://stories.example.com/browse/PAY-3>)
- [PAY\\-2](<https://stories.example.com/browse/PAY-2>)

**Pull requests**

- [\\#16](<https://github.com/acme/payments/pull/16>) Batches
- [\\#15](<https://github.com/acme/payments/pull/15>) Fees
- \\!14 Limits
- [\\#13](<https://github.com/acme/payments/pull/13>) Refunds for PAY\\-3
- [\\#12](<https://github.com/acme/payments/pull/12>) Round half to even

**Commits**

- HASH Tidy (a)
- HASH Work on bitbucket (a)
- HASH Work on azure (a)
- HASH Work on limits (a)
- HASH Work on refunds (a)
- HASH Round half to even \\(\\#12\\) (a)
`)
})

test('in a monorepo, what changes the service', () => {
  const repository = serviceRepository('payments')
  const deployed = repository.commit('There')
  writeFiles(repository.folder, { 'services/payments/a.go': 'package a' })
  repository.commit('Ours (#1)')
  writeFileSync(join(repository.folder, 'README.md'), 'other')
  repository.commit('Theirs (#2)')
  const { output } = notesOf(repository, deployed, { SERVICE_FOLDER: 'services/payments' })
  expect({ ours: output.includes('Ours'), theirs: output.includes('Theirs') }).toEqual({ ours: true, theirs: false })
})

test('they are shown on the page of the build', () => {
  const repository = serviceRepository('payments')
  const calls = join(temporaryFolder(), 'calls')
  const programs = programFolder({ aws: stackWith(''), 'buildkite-agent': `{ echo "$*"; cat; } >'${calls}'` })
  const env = { SERVICE: 'payments', BUILDKITE_JOB_ID: 'job', PATH: `${programs}:${process.env['PATH']}` }
  const { output } = repository.run(script, env)
  expect(readFileSync(calls, 'utf8')).toBe(`annotate --style info --context release-notes-payments-prod\n${output}`)
})

describe('what production has', () => {
  const repository = serviceRepository('payments')
  const first = repository.commit('First')
  git(repository, 'switch', '--quiet', '--create', 'other')
  const other = repository.commit('Other')
  git(repository, 'switch', '--quiet', 'main')
  const second = repository.commit('Second')
  const of = ' of 2026\\-11\\-20T10\\:00\\:00Z'

  test.each([
    ['nothing yet', '', 'Nothing was deployed there before. The newest commits:'],
    ['this commit', second, `Since commit ${second}${of}:`],
    ['an older one', first, `Since commit ${first}${of}:`],
    [
      'one of another branch',
      other,
      `**It has commit ${other}${of}, from another branch: what that alone has would be gone.** Beside it:`,
    ],
    [
      'one that is not known',
      'f'.repeat(40),
      `It has commit ${'f'.repeat(40)}${of}, which is not in this repository. The newest commits:`,
    ],
  ])('%s', (_, deployed, says) => {
    expect(notesOf(repository, deployed).output.split('\n')[2]).toBe(says)
  })

  test('a newer one', () => {
    const { output } = notesOf(repository, second, { BUILDKITE_COMMIT: first })
    expect(output.split('\n\n').slice(1)).toEqual([
      `**It has commit ${second}${of}, which is newer: deploy refuses this one.**`,
      'No commit that changes the service.\n',
    ])
  })
})

const nasty = [
  '<script>alert(1)</script>',
  '[click](javascript:alert(1)) ![x](https://example.com/x.png)',
  '`code` **bold** _it_ ~~~ # - 1. > | &amp; :rocket: \\',
  'https://example.com www.example.com a@example.com',
  '$(touch pwned) `touch pwned` "; touch pwned',
  'Merge pull request #1](https://example.com) from x',
  'Title [x](https://example.com) (#7)',
  '\u001B[31mred\u001B]1338;url=x\u0007 \u0000\r+++ group',
  '%s %n %x1f \\033 \\n',
  'Größe 決済 🚀 '.repeat(40),
]

const decoded = (html: string): string =>
  html
    .replaceAll(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
    )
    .trim()

/** What is left of a subject: one line, without what steers a terminal, of a usual length. */
function plain(subject: string): string {
  const line = [...subject].filter((letter) => letter >= ' ' && letter !== '\u007F').join('')
  const bytes = Buffer.from(line)
  return bytes.length <= 200 ? line : `${new TextDecoder().decode(bytes.subarray(0, 200)).replace(/\uFFFD+$/, '')}…`
}

/** A repository with a commit of each of these subjects, and what stood before. */
function withSubjects(subjects: readonly string[]): {
  readonly repository: ServiceRepository
  readonly before: string
} {
  const repository = serviceRepository('payments')
  const before = repository.commit('Before')
  for (const subject of subjects) repository.commit(subject)
  return { repository, before }
}

test('whatever is written in a commit, it is text', () => {
  const subject = fc.oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: fc.constantFrom(...'<>[]()`*_~#!\\|&:-+=$"\'%@/. aé🚀1'), minLength: 1, maxLength: 30 }),
  )
  const subjects = fc.array(
    subject.map((text) => text.replaceAll('\u0000', '').trim()).filter((text) => text !== ''),
    { minLength: 20, maxLength: 40 },
  )
  fc.assert(
    fc.property(subjects, (written) => {
      const { repository, before } = withSubjects(written)
      const { code, output } = notesOf(repository, before, {
        ...stories,
        PULL_REQUEST_URL: 'https://example.com/pull/',
      })
      const html = new MarkdownIt({ html: true, linkify: true }).render(output)
      const items = [...html.slice(html.indexOf('Commits')).matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) =>
        decoded(item).replace(/^\w+ /, ''),
      )
      const tags = new Set(
        [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"https:\/\/example.com\/pull\/\d+"/, '"PR"')),
      )
      const ours = ['h4', 'p', 'strong', 'ul', 'li'].flatMap((name) => [`<${name}>`, `</${name}>`])
      expect({
        code,
        items,
        foreign: [...tags].filter((tag) => ![...ours, '<a href="PR">', '</a>'].includes(tag)),
      }).toEqual({
        code: 0,
        items: written.toReversed().map((text) => `${plain(text)} (a)`),
        foreign: [],
      })
    }),
    { numRuns: runs(2) },
  )
})
