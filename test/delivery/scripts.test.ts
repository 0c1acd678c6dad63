import { readdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../source-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { programFolder } from './program-folder.ts'

const folder = join(root, 'packages/kitewright/scripts')
const names = readdirSync(folder)

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What a script would need of a machine. */
const usual = [
  'cat',
  'dirname',
  'basename',
  'git',
  'tr',
  'grep',
  'cut',
  'head',
  'sed',
  'awk',
  'mktemp',
  'rm',
  'date',
  'sh',
  'tail',
]

interface Machine {
  readonly programs?: readonly string[]
  /** Programs that do what their text says. */
  readonly fakes?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
}

/** Runs a script in a git repository on a machine that has only what is named. */
function run(
  name: string,
  args: readonly string[],
  { programs = usual, fakes = {}, env = {}, files = {} }: Machine = {},
): Ran {
  const home = temporaryFolder(files)
  const bin = programFolder(fakes, programs)
  spawnSync('git', ['init', '--quiet'], { cwd: home })
  spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--allow-empty', '-qm', 'a'], { cwd: home })
  const { status, stdout, stderr } = spawnSync('/bin/sh', [join(folder, name), ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { PATH: bin, HOME: home, ...env },
  })
  return { code: status, stdout, stderr: stderr.replaceAll(home, 'HOME') }
}

const failing = (text: string): string => `echo "${text}" >&2; exit 1`
const compose = { docker: 'case "$*" in "compose config --services") echo unit;; esac' }
const service = { SERVICE: 'payments' }
const template = { 'cloudformation/service.yml': '{}' }

/** A shell that is not on this machine has nothing to say. */
const whereMissing = { status: 0, stderr: '' }

describe.each(names)('%s', (name) => {
  test('tells how it is used', () => {
    const { code, stdout } = run(name, ['--help'])
    expect({ code, first: stdout.split('\n')[0] }).toMatchObject({
      code: 0,
      first: expect.stringMatching(`^usage: ${name} `),
    })
  })

  test('refuses an option that it does not know', () => {
    expect(run(name, ['--odd'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^usage: /) })
  })

  for (const shell of ['dash', 'busybox sh', 'bash --posix'])
    test(`is read by ${shell}`, () => {
      const [program = '', ...args] = shell.split(' ')
      const { status, stderr, error } = spawnSync(program, [...args, '-n', join(folder, name)], { encoding: 'utf8' })
      expect(error === undefined ? { status, stderr } : whereMissing).toEqual({ status: 0, stderr: '' })
    })
})

interface Case extends Machine {
  readonly args?: readonly string[]
  /** The last line of what it says. */
  readonly says: string
  readonly code: number
}

const noStack = { aws: failing('Stack with id payments-test does not exist') }
const registry = { ...service, REGISTRY: 'r' }

const cases: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  'test.sh unit': {
    'no docker': { code: 3, says: 'docker is not installed on this agent' },
    'no Compose': {
      fakes: { docker: '[ "$1" != compose ]' },
      code: 3,
      says: 'Docker Compose is not installed on this agent: neither "docker compose" nor docker-compose is there',
    },
    'no engine': {
      fakes: { docker: '[ "$1" != info ]' },
      code: 3,
      says: 'the Docker engine does not answer: is it running, and may this user reach it?',
    },
    'no folder': {
      fakes: compose,
      env: { SERVICE_FOLDER: 'nowhere' },
      code: 2,
      says: 'SERVICE_FOLDER names no folder: nowhere',
    },
    'no such kind': {
      fakes: { docker: 'case "$*" in *--services) echo web;; esac' },
      code: 2,
      says: 'the Compose file has no service "unit", which would run these tests; it has web',
    },
    'a Compose file that cannot be read': {
      fakes: { docker: 'case "$*" in *config*) exit 1;; esac' },
      code: 2,
      says: 'Compose cannot read its file: see above',
    },
  },
  'docker-tag.sh': {
    'no service': { code: 2, says: 'SERVICE is not set: it names the image' },
    'no registry': { env: service, code: 2, says: 'REGISTRY is not set: it says where images are pushed to' },
    'no docker': { env: registry, code: 3, says: 'docker is not installed on this agent' },
    'no engine': {
      env: registry,
      fakes: { docker: failing('no engine') },
      code: 3,
      says: 'the Docker engine does not answer: is it running, and may this user reach it?',
    },
    'no Dockerfile': {
      env: registry,
      fakes: { docker: 'true' },
      args: ['--file', 'none.Dockerfile'],
      code: 2,
      says: 'there is no none.Dockerfile in HOME',
    },
    'a flag without its value': { args: ['--image'], code: 2, says: '--image wants a value' },
  },
  'deploy test': {
    'no service': { code: 2, says: 'SERVICE is not set: it names the stack' },
    'two environments': { args: ['prod'], code: 2, says: 'one environment at a time: test, prod' },
    'no aws': { env: service, code: 3, says: 'aws is not installed on this agent' },
    'no template': {
      env: service,
      fakes: noStack,
      code: 2,
      says: 'there is no template cloudformation/service.yml in HOME',
    },
    'no access': {
      env: service,
      fakes: { aws: failing('Unable to locate credentials') },
      files: template,
      code: 3,
      says: 'the stack payments-test cannot be read: see above',
    },
    'no such commit': {
      env: { ...service, BUILDKITE_COMMIT: 'abcdef' },
      fakes: noStack,
      files: template,
      code: 2,
      says: 'commit abcdef is not in this repository',
    },
    'no image': {
      env: service,
      fakes: noStack,
      files: template,
      code: 2,
      says: 'there is no image payments: docker-tag.sh keeps it with the build, and --image payments=… names one',
    },
    'an image by a tag': {
      env: service,
      fakes: noStack,
      files: template,
      args: ['--image', 'payments=r/payments:latest'],
      code: 2,
      says: 'the image payments is not named by its digest (…@sha256:…): r/payments:latest',
    },
    'a build that cannot be asked': {
      env: { ...service, BUILDKITE_JOB_ID: 'a' },
      fakes: { ...noStack, 'buildkite-agent': failing('no route') },
      files: template,
      code: 3,
      says: 'the image payments cannot be read from the build: see above',
    },
    'a stack that is being changed': {
      env: service,
      fakes: { aws: 'printf "status\\tUPDATE_IN_PROGRESS\\n"' },
      files: template,
      code: 1,
      says: 'payments-test is in UPDATE_IN_PROGRESS: somebody else is changing it',
    },
    'a stack that a person has to mend': {
      env: service,
      fakes: { aws: 'printf "status\\tUPDATE_ROLLBACK_FAILED\\n"' },
      files: template,
      code: 1,
      says: 'payments-test is in UPDATE_ROLLBACK_FAILED: a person has to mend it (aws cloudformation continue-update-rollback)',
    },
    'parameters that are none': {
      env: service,
      fakes: noStack,
      files: { ...template, 'cloudformation/test.parameters': '# ours\n\nodd\n' },
      code: 2,
      says: 'cloudformation/test.parameters: a line is not Name=value: odd',
    },
    'an answer that cannot be read': {
      env: { ...service, BUILDKITE_JOB_ID: 'a', ANSWERS: 'release-reason', IMAGES: 'none' },
      fakes: { ...noStack, 'buildkite-agent': failing('no route') },
      files: template,
      code: 3,
      says: 'the answer release-reason cannot be read from the build: see above',
    },
    'the outcome of a step that is not there': {
      env: service,
      fakes: { ...noStack, 'buildkite-agent': failing('no such step') },
      files: template,
      args: ['--roll-back-unless-passed', 'smoke'],
      code: 3,
      says: 'the outcome of step smoke cannot be read: see above',
    },
  },
  'release-notes.sh test': {
    'no service': { code: 2, says: 'SERVICE is not set: it names the stack' },
    'two environments': { args: ['prod'], code: 2, says: 'one environment at a time: test prod' },
    'no aws': { env: service, code: 3, says: 'aws is not installed on this agent' },
    'no folder': {
      env: { ...service, SERVICE_FOLDER: 'nowhere' },
      fakes: noStack,
      code: 2,
      says: 'SERVICE_FOLDER names no folder: nowhere',
    },
    'no access': {
      env: service,
      fakes: { aws: failing('Unable to locate credentials') },
      code: 3,
      says: 'what payments-test has cannot be read: see above',
    },
    'no such commit': {
      env: { ...service, BUILDKITE_COMMIT: 'abcdef' },
      fakes: noStack,
      code: 2,
      says: 'commit abcdef is not in this repository',
    },
    'a pattern that is none': {
      env: { ...service, STORY_PATTERN: 'PAY-[0-9' },
      fakes: noStack,
      code: 2,
      says: 'STORY_PATTERN is no extended regular expression: PAY-[0-9',
    },
    'a build that cannot be told': {
      env: { ...service, BUILDKITE_JOB_ID: 'a' },
      fakes: { ...noStack, 'buildkite-agent': failing('no route') },
      code: 3,
      says: 'the notes cannot be shown on the build: see above',
    },
  },
  'deploy-marker test splunk': {
    'no service': { code: 2, says: 'SERVICE is not set: it names what was deployed' },
    'a system that it does not know': {
      args: ['datadog'],
      code: 2,
      says: 'no system is called datadog: there are new-relic, sentry, splunk and pagerduty',
    },
    'no curl': { env: service, code: 3, says: 'curl is not installed on this agent' },
    'a build that cannot be asked': {
      env: { ...service, BUILDKITE_JOB_ID: 'a' },
      fakes: { curl: 'true', 'buildkite-agent': failing('no route') },
      code: 3,
      says: 'what was deployed cannot be read from the build: see above',
    },
    'no token': {
      env: service,
      fakes: { curl: 'true' },
      code: 1,
      says: 'payments-test was deployed all the same; without its mark: splunk',
    },
  },
}

describe.each(Object.entries(cases))('%s says in its last line', (line, failures) => {
  test.each(Object.entries(failures))('%s', (_, { args = [], says, code, ...machine }) => {
    const [name = '', ...before] = line.split(' ')
    const { stderr, code: ended } = run(name, [...before, ...args], machine)
    expect({ code: ended, says: stderr.trim().split('\n').at(-1) }).toEqual({ code, says: `${name}: ${says}` })
  })
})

test('no parameter is printed, since it may be secret', () => {
  const image = `payments=r/payments@sha256:${'a'.repeat(64)}`
  const { stdout, stderr } = run('deploy', ['test', '--image', image], {
    env: service,
    fakes: {
      aws: 'case "$*" in *create-change-set*) true;; *describe-stacks*) ;; *StatusReason*) echo odd;; *Status*) echo FAILED;; esac',
    },
    files: { ...template, 'cloudformation/test.parameters': 'Password=hunter2\n' },
  })
  expect({ last: stderr.trim(), shows: `${stdout}${stderr}`.includes('hunter2') }).toEqual({
    last: 'deploy: the change set cannot be made: odd',
    shows: false,
  })
})

test.each(['shellcheck', 'shfmt'])('%s has nothing to say', (program) => {
  const args = program === 'shfmt' ? ['-i', '2', '-ci', '-d'] : []
  const { error, stdout } = spawnSync(program, [...args, ...names.map((name) => join(folder, name))], {
    encoding: 'utf8',
  })
  expect(error === undefined ? stdout : '').toBe('')
})
