import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Terminals from '@xterm/headless'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { type MemoryWorld, memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { runs } from '../runs.ts'
import { temporaryFolder, writeFiles } from '../temporary-folder.ts'
import { hostileText } from './hostile-text.ts'

/** A pipeline that is wrong in many ways, with texts of an outsider wherever there may be one. */
const pipeline = fc
  .tuple(hostileText, hostileText, hostileText, hostileText, hostileText)
  .map(([one, two, three, four, five]) => ({
    steps: [
      { label: one, key: two, command: three, [four]: five },
      { label: one, key: two, command: three, depends_on: [four, { step: five }], if: `build.branch == ${two}` },
      { block: three, key: 'gate', fields: [{ text: four, key: five }] },
      { label: 'Deploy', command: `deploy ${one}`, depends_on: 'gate', agents: { [one]: two }, concurrency: 1 },
      { [three]: four },
      { trigger: one, build: { branch: `$${two}`, message: three } },
      { command: 'a', plugins: [{ [one]: { [two]: three } }], retry: { automatic: [{ exit_status: four }] } },
    ],
  }))

/** One that is right, and says what an outsider wrote all the same. */
const sound = fc.tuple(hostileText, hostileText).map(([one, two]) => ({
  steps: [
    { label: one, key: 'unit', command: two },
    { block: two, key: 'gate', depends_on: 'unit' },
    { label: two, command: one, depends_on: 'gate', if: `build.branch == 'x'` },
    { group: one, key: 'all', steps: [{ label: `deploy ${two}`, command: 'deploy' }] },
  ],
}))

async function run(
  files: Readonly<Record<string, unknown>>,
  line: readonly string[],
  branch = 'main',
): Promise<MemoryWorld> {
  const folder = temporaryFolder({})
  writeFiles(folder, Object.fromEntries(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)])))
  const world = memoryWorld(folder, { BUILDKITE: 'true', BUILDKITE_BRANCH: branch, BUILDKITE_MESSAGE: branch })
  await main(line, world)
  return world
}

/** Command lines whose words an outsider may have chosen. */
const lines = (text: string): readonly (readonly string[])[] => [
  ['check', 'pipeline.json'],
  ['check', 'pipeline.json', '--format', 'markdown'],
  ['check', `${text}.json`],
  ['check', 'pipeline.json', '--context', text],
  ['render', 'pipeline.json', '--format', text],
  ['render', 'pipeline.json'],
  ['render', `-${text}`],
  ['upload', 'pipeline.json', '--dry-run', '--fallback', text],
  ['simulate', 'sound.json', '--branch', text],
  ['simulate', 'sound.json', '--table'],
  ['prove', 'sound.json'],
  ['import', 'pipeline.json'],
  ['explain', text],
  ['docs', text],
  [text],
]

const { Terminal } = Terminals
const colour = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')

/** The lines that a terminal shows of a text, and what else it did. */
async function shown(text: string): Promise<{ readonly lines: readonly string[]; readonly did: readonly string[] }> {
  const lengths = text.split('\n').map(({ length }) => length)
  const rows = lengths.length
  const cols = Math.max(...lengths) * 2 + 2
  const terminal = new Terminal({ cols, rows, scrollback: 0, convertEol: true, allowProposedApi: true })
  const did: string[] = []
  terminal.onTitleChange((title) => did.push(`title ${title}`))
  terminal.onBell(() => did.push('bell'))
  terminal.onData((data) => did.push(`answers ${data}`))
  await new Promise<void>((done) => terminal.write(text, done))
  const buffer = terminal.buffer.active
  const seen = Array.from({ length: rows }, (_, row) => buffer.getLine(row)?.translateToString(true) ?? '')
  terminal.dispose()
  return { lines: seen, did }
}

test('no text of others does anything to a terminal, or begins a line of a log', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, pipeline, sound, async (text, wrong, right) => {
      const files = { 'pipeline.json': wrong, 'sound.json': right }
      const printed: string[] = []
      const logged: string[] = []
      for (const line of lines(text)) {
        const { stdout, stderr } = (await run(files, line, text)).printed
        printed.push(stdout, stderr)
        // A program that is printed has texts of several lines in it.
        logged.push(...(line[0] === 'import' ? [] : stdout.split('\n')), ...stderr.split('\n'))
      }
      const said = printed.join('\n').replaceAll('\t', ' ')
      const { lines: seen, did } = await shown(said)
      expect(did).toEqual([])
      expect(seen.map(withoutBlanks)).toEqual(said.replace(colour, '').split('\n').map(withoutBlanks))
      const forged = logged.filter((each) => /^(?:---|\+\+\+|~~~|\^\^\^|::|##\[)/.test(each))
      expect(forged).toEqual([])
    }),
    { numRuns: runs(1) },
  )
})

/** Characters that are not whole, and blanks, take other columns in a terminal. */
function withoutBlanks(line: string): string {
  return line.replace(/[\s\ud800-\udfff\ufffd]+/g, '')
}

test('no text of others is anything but text in an annotation', async () => {
  const markdown = new MarkdownIt({ html: true, linkify: true })
  const allowed =
    /^(?:paragraph|strong|bullet_list|list_item|table|thead|tbody|tr|th|td)_(?:open|close)$|^(?:inline|text|text_special|code_inline|fence|softbreak)$/
  await fc.assert(
    fc.asyncProperty(pipeline, sound, async (wrong, right) => {
      const { printed } = await run({ 'pipeline.json': wrong }, ['check', 'pipeline.json', '--format', 'markdown'])
      const simulated = await run({ 'sound.json': right }, ['simulate', 'sound.json', '--format', 'markdown'])
      for (const text of [printed.stdout, simulated.printed.stdout]) {
        const tokens = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])])
        expect({ text, odd: tokens.filter(({ type }) => !allowed.test(type)) }).toEqual({ text, odd: [] })
      }
      const { length } = markdown.parse(printed.stdout, {}).filter(({ type }) => type === 'strong_open')
      expect(length).toBe(0)
    }),
    { numRuns: runs(5) },
  )
})

const sarifSchema = createRequire(import.meta.url)
  .resolve('@microsoft/jest-sarif')
  .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json')
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(sarifSchema, 'utf8')) as Record<string, unknown>
const ajv = new Ajv({ strict: false, unicodeRegExp: false })
;(addFormats as unknown as (to: Ajv) => void)(ajv)
const isSarif = ajv.compile(schema)

test('no text of others makes a report of SARIF another, or holds a link', async () => {
  await fc.assert(
    fc.asyncProperty(pipeline, hostileText, async (wrong, name) => {
      const file = `${name.replace(/[/\0\ud800-\udfff]/g, '')}x.json`.slice(-100)
      const { printed } = await run({ [file]: wrong }, ['check', `./${file}`, '--format', 'sarif'])
      const log: unknown = JSON.parse(printed.stdout)
      expect({ log, isSarif: isSarif(log), errors: isSarif.errors }).toEqual({ log, isSarif: true, errors: null })
      const texts = [...printed.stdout.matchAll(/"text": (".*")/g)].map(([, text = '""']) => JSON.parse(text) as string)
      // As its specification has a link in plain text.
      expect(texts.filter((text) => /\[[^\]]*\]\([^)]*\)/.test(text))).toEqual([])
    }),
    { numRuns: runs(5) },
  )
})

/** How the runner of GitHub Actions reads a line of output: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
const command = /^::(\w+) ?([^:]*)::(.*)$/

test('no text of others begins a command of a workflow', async () => {
  await fc.assert(
    fc.asyncProperty(pipeline, async (wrong) => {
      const files = { 'pipeline.json': wrong }
      const { printed } = await run(files, ['check', 'pipeline.json', '--format', 'github'])
      const told = await run(files, ['check', 'pipeline.json', '--format', 'json'])
      const { diagnostics } = JSON.parse(told.printed.stdout) as { readonly diagnostics: readonly { code: string }[] }
      const titles = printed.stdout
        .split(/\r\n|[\r\n]/)
        .filter((line) => line !== '')
        .map((line) => /title=(KW\d+)$/.exec(command.exec(line)?.[2] ?? '')?.[1])
      expect(titles).toEqual(diagnostics.map(({ code }) => code))
    }),
    { numRuns: runs(5) },
  )
})
