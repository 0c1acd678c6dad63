import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, asyncProperty, constantFrom, record } from 'fast-check'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import type { ProcessResult, RunOptions } from '../../packages/kitewright/src/world/world.ts'
import { runs } from '../runs.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type Secret, secrets } from './secrets.ts'
import { documents, programs } from './sources.ts'

/** Command lines; those that print the pipeline itself, which stays as it is, to stdout. */
const commandLines: readonly { readonly args: readonly string[]; readonly printsPipeline?: boolean }[] = [
  { args: ['check'] },
  { args: ['check', '--format', 'json'] },
  { args: ['check', '--format', 'markdown'] },
  { args: ['check', '--format', 'sarif'] },
  { args: ['check', '--agent', '--annotate'] },
  { args: ['render'], printsPipeline: true },
  { args: ['render', '--format', 'json'], printsPipeline: true },
  { args: ['render', '--write', 'kept.yml'] },
  { args: ['render', '--print-context'] },
  { args: ['upload'] },
  { args: ['upload', '--dry-run'], printsPipeline: true },
  { args: ['upload', '--fallback', 'fallback.yml'] },
  { args: ['import'], printsPipeline: true },
]

/** Where the secret comes from, beside the source. */
const ways = ['variable', 'flag', 'context', 'redacted', 'words'] as const

interface Case {
  readonly secret: Secret
  readonly program: string
  readonly document: string
  readonly language: 'program' | 'document'
  readonly command: (typeof commandLines)[number]
  readonly way: (typeof ways)[number]
}

const cases = record<Case>({
  secret: secrets,
  program: constantFrom(...Object.keys(programs)),
  document: constantFrom(...Object.keys(documents)),
  language: constantFrom('program', 'document'),
  command: constantFrom(...commandLines),
  way: constantFrom(...ways),
})

/** All that one command line says to anybody: the terminal, the build's page, and a file. */
async function said({ secret, program, document, language, command, way }: Case): Promise<string> {
  const { text } = secret
  const quoted = JSON.stringify(text)
  const name = `pipeline.${language === 'program' ? 'mts' : 'yml'}`
  const folder = temporaryFolder({
    'pipeline.mts': programs[program]?.(quoted) ?? '',
    'pipeline.yml': documents[document]?.(quoted, text) ?? '',
    'fallback.yml': documents[document]?.(quoted, text) ?? '',
    'context.json': JSON.stringify({
      env: { DEPLOY_TOKEN: text, PLAIN: text, BUILDKITE_MESSAGE: text },
      changedFiles: [text],
    }),
  })
  const isImport = command.args[0] === 'import'
  const isGiven = !secret.isNamed || (!isImport && (way === 'flag' || way === 'context'))
  const env = {
    BUILDKITE: 'true',
    BUILDKITE_BRANCH: 'main',
    BUILDKITE_JOB_ID: 'j',
    PLAIN: text,
    BUILDKITE_MESSAGE: `message ${text}`,
    ...(way === 'redacted'
      ? { BUILDKITE_REDACTED_VARS: 'HID*,*_TOKEN', HIDDEN: text }
      : !isGiven && { DEPLOY_TOKEN: text }),
  }
  const world = memoryWorld(folder, env)
  const shown: string[] = []
  const run = async (_: string, args: readonly string[], options: RunOptions = {}): Promise<ProcessResult> => {
    if (args[0] === 'annotate') shown.push(options.input ?? '')
    // A value is refused as it is; a part of it, or what filling in a `$` of it gives, is the pipeline's own text.
    const handed = command.args[0] === 'upload' && args[0] === 'pipeline' ? (options.input ?? '') : ''
    const isWhole = handed.includes(JSON.stringify(text).slice(1, -1)) && !text.includes('$')
    if (secret.isNamed && isWhole) shown.push(handed)
    const failed = args[0] === 'pipeline' || args[0] === 'annotate'
    const stderr = `fatal: pipeline parsing of ${text} failed\nwith ${quoted} and\n${text}\nmore\n`
    for (const line of stderr.split(/(?<=\n)/)) options.log?.write(line)
    return { status: failed ? 1 : 0, stdout: args[0] === '--version' ? 'version 3.100.0' : '', stderr }
  }
  const flags = {
    flag: ['--env', `DEPLOY_TOKEN=${text}`],
    context: ['--context', 'context.json'],
    words: ['--branch', text],
    variable: [],
    redacted: [],
  }
  const more = isImport ? [] : flags[way]
  const file = isImport ? 'pipeline.yml' : name
  await main([...command.args, file, ...more], { ...world, run })
  const kept = join(folder, 'kept.yml')
  const isPipeline = command.printsPipeline === true && (isImport || !world.printed.stderr.includes('error['))
  return [
    world.printed.stderr,
    isPipeline ? '' : world.printed.stdout,
    existsSync(kept) ? readFileSync(kept, 'utf8') : '',
    ...shown,
  ].join('\n')
}

test(
  'no output of any command holds a secret, in any form',
  async () => {
    await assert(
      asyncProperty(cases, async (given) => {
        const output = await said(given)
        const at = output.indexOf(given.secret.core.slice(0, 8))
        expect(at < 0 ? '' : output.slice(Math.max(0, at - 300), at + 300)).toBe('')
      }),
      { numRuns: runs(300) },
    )
  },
  runs(120_000),
)
