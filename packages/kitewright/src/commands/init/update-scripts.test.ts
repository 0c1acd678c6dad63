import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../test/temporary-folder.ts'
import { main } from '../../main.ts'
import { version } from '../../version.ts'
import { marked } from '../../vendored/mark.ts'
import { memoryWorld } from '../../world/memory-world.ts'

const original = readFileSync(fileURLToPath(new URL('../../../scripts/deploy', import.meta.url)), 'utf8')

interface Ran {
  readonly code: number
  readonly stderr: string
}

/** A repository called payments, with the scripts in it. */
async function repository(): Promise<string> {
  const folder = join(temporaryFolder(), 'payments')
  mkdirSync(folder)
  await run(folder, 'init', '--no-install')
  return folder
}

async function run(folder: string, ...args: readonly string[]): Promise<Ran> {
  const world = memoryWorld(folder, process.env)
  const code = await main(args, world)
  return { code, stderr: world.printed.stderr + world.printed.stdout }
}

const scripts = (folder: string): string => join(folder, '.buildkite/scripts')
const read = (folder: string, name: string): string => readFileSync(join(scripts(folder), name), 'utf8')

/** Puts another version's script in the place of ours. */
function age(folder: string): void {
  const old = marked(original.replace('set -eu', 'set -e')).replace(` ${version} `, ' 0.0.1 ')
  writeFileSync(join(scripts(folder), 'deploy'), old)
}

function edit(folder: string): void {
  writeFileSync(join(scripts(folder), 'deploy'), read(folder, 'deploy').replace('poll=', 'quick=1\npoll='))
}

test('a service gets the delivery by its name, and scripts that can be run and say where they are from', async () => {
  const folder = await repository()
  expect(readFileSync(join(folder, '.buildkite/pipeline.ts'), 'utf8')).toContain("service({ name: 'payments' })")
  expect(readdirSync(scripts(folder))).toEqual([
    'deploy',
    'deploy-marker',
    'docker-tag.sh',
    'release-notes.sh',
    'test.sh',
  ])
  expect(statSync(join(scripts(folder), 'deploy')).mode & 0o111).not.toBe(0)
  expect(read(folder, 'deploy').split('\n').slice(0, 2)).toEqual([
    '#!/bin/sh',
    expect.stringMatching(new RegExp(`^# kitewright ${version} [0-9a-f]{16}: `)),
  ])
  expect(read(folder, 'deploy')).toBe(marked(original))
})

test('nothing is written where all is up to date', async () => {
  const folder = await repository()
  expect(await run(folder, 'init', '--update')).toEqual({
    code: 0,
    stderr: ['test.sh', 'docker-tag.sh', 'deploy', 'release-notes.sh', 'deploy-marker']
      .map((name) => `.buildkite/scripts/${name} is up to date\n`)
      .join(''),
  })
})

test("another version's script is brought up to date", async () => {
  const folder = await repository()
  age(folder)
  const { stderr } = await run(folder, 'init', '--update')
  expect(stderr).toContain('updated .buildkite/scripts/deploy, which was from 0.0.1\n')
  expect(read(folder, 'deploy')).toBe(marked(original))
})

test('what was changed stays, and is shown against the new one beside it', async () => {
  const folder = await repository()
  age(folder)
  edit(folder)
  const mine = read(folder, 'deploy')
  const { stderr } = await run(folder, 'init', '--update')
  expect(stderr).toContain(
    '.buildkite/scripts/deploy was changed here, and stays; the new one is .buildkite/scripts/deploy.new',
  )
  expect(stderr).toMatch(/^ {2}\+quick=1$/m)
  expect({ kept: read(folder, 'deploy'), beside: read(folder, 'deploy.new') }).toEqual({
    kept: mine,
    beside: marked(original),
  })
})

test('forced, the new one takes its place, and what was changed is kept', async () => {
  const folder = await repository()
  edit(folder)
  const mine = read(folder, 'deploy')
  await run(folder, 'init', '--update', '--force')
  expect({ now: read(folder, 'deploy'), old: read(folder, 'deploy.before') }).toEqual({
    now: marked(original),
    old: mine,
  })
})

test('check tells of another version, of what was changed, and of what is missing beside others', async () => {
  const folder = await repository()
  // The pipeline itself needs what npm would install.
  writeFileSync(join(folder, '.buildkite/pipeline.yml'), 'steps:\n  - command: "true"\n')
  const checked = async (): Promise<string | undefined> =>
    /^\w+\[KW5095\].*$/m.exec((await run(folder, 'check', '.buildkite/pipeline.yml')).stderr)?.[0]
  const found = [await checked()]
  age(folder)
  found.push(await checked())
  edit(folder)
  found.push(await checked())
  rmSync(join(scripts(folder), 'deploy'))
  found.push(await checked())
  await run(folder, 'init', '--update')
  found.push(await checked())
  expect(found).toEqual([
    undefined,
    `warning[KW5095]: scripts/deploy is from kitewright 0.0.1, not ${version}`,
    'info[KW5095]: scripts/deploy was changed here since kitewright 0.0.1',
    `info[KW5095]: scripts/deploy of kitewright ${version} is not here`,
    undefined,
  ])
})
