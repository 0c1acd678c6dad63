import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Build,
  command,
  compile,
  definePipeline,
  type Diagnostic,
  evaluatePipeline,
  givenContext,
  type PipelineSource,
  shell,
} from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { defineParsed } from '@kitewright/core/import'
import { parsePipeline } from '@kitewright/core/parse'
import { simulate } from 'kitewright/simulate'
import { expect, test } from 'vitest'
import { describeAgents, dryRun } from '../agent/agent.ts'
import { temporaryFolder } from '../temporary-folder.ts'

// Each attack is run: the real agent fills in the pipeline for a branch that an outsider has named, and a shell runs the
// command. What git takes for a branch has no blank, hence `${IFS}`.

interface Attack {
  readonly name: string
  /** What the audits tell of the vulnerable pipeline. */
  readonly code: string
  readonly vulnerable: string
  readonly mended: string
  readonly env: Readonly<Record<string, string>>
}

const branch = { BUILDKITE_BRANCH: 'x";touch${IFS}pwned;"' }
const quoted = { BUILDKITE_BRANCH: "x';touch${IFS}pwned;'" }
const substitution = { BUILDKITE_TAG: '$(touch${IFS}pwned)' }
const message = { BUILDKITE_MESSAGE: 'docs\ntouch pwned' }
const words = { BUILDKITE_MESSAGE: 'notes pwned' }

/** What lies in the folder of the job: what an attacker has put onto a server, and an agent that remembers. */
const files = {
  'evil.sh': 'touch pwned\n',
  'bin/buildkite-agent': `#!/bin/sh
case "$1 $2" in
  'meta-data set') printf '%s' "$4" > "meta-$3" ;;
  'meta-data get') cat "meta-$3" ;;
  'pipeline upload') sed -n 's/^ *- command: //p' | sh ;;
esac
`,
}

const attacks: readonly Attack[] = [
  {
    name: 'a branch between double quotes, filled in at upload',
    code: 'KW6001',
    vulnerable: `echo "building $BUILDKITE_BRANCH"`,
    mended: `echo "building $$BUILDKITE_BRANCH"`,
    env: branch,
  },
  {
    name: 'a branch between single quotes, filled in at upload',
    code: 'KW6001',
    vulnerable: `echo 'building $BUILDKITE_BRANCH'`,
    mended: `echo "building $$BUILDKITE_BRANCH"`,
    env: quoted,
  },
  {
    name: 'a tag in braces, filled in at upload',
    code: 'KW6001',
    vulnerable: 'echo ${BUILDKITE_TAG:-none}',
    mended: 'echo "$${BUILDKITE_TAG:-none}"',
    env: substitution,
  },
  {
    name: 'the message of a commit, which may have lines',
    code: 'KW6001',
    vulnerable: 'echo ${BUILDKITE_MESSAGE}',
    mended: 'echo "$${BUILDKITE_MESSAGE}"',
    env: message,
  },
  {
    name: 'a branch that eval reads once more',
    code: 'KW6006',
    vulnerable: `eval "echo $$BUILDKITE_TAG"`,
    mended: `echo "$$BUILDKITE_TAG"`,
    env: substitution,
  },
  {
    name: 'a branch that sh -c reads once more',
    code: 'KW6006',
    vulnerable: `sh -c "echo $$BUILDKITE_TAG"`,
    mended: `sh -c 'echo "$$1"' _ "$$BUILDKITE_TAG"`,
    env: substitution,
  },
  {
    name: 'a branch that is kept in a variable before eval reads it',
    code: 'KW6006',
    vulnerable: 'to="$$BUILDKITE_TAG"; eval "echo $$to"',
    mended: 'to="$$BUILDKITE_TAG"; echo "$$to"',
    env: substitution,
  },
  {
    name: 'a branch that is printed into a shell',
    code: 'KW6006',
    vulnerable: 'echo "echo $$BUILDKITE_TAG" | sh',
    mended: 'echo "$$BUILDKITE_TAG"',
    env: substitution,
  },
  {
    name: 'a message in steps that are uploaded',
    code: 'KW6008',
    vulnerable: 'printf "steps:\\n - label: %s\\n" "$$BUILDKITE_MESSAGE" | buildkite-agent pipeline upload',
    mended:
      'printf "steps:\\n - command: make\\n" > steps.yml && buildkite-agent pipeline upload steps.yml < steps.yml',
    env: { BUILDKITE_MESSAGE: 'docs\n - command: touch pwned' },
  },
  {
    name: 'meta-data that was written from a tag',
    code: 'KW6006',
    vulnerable: 'buildkite-agent meta-data set to "$$BUILDKITE_TAG"; eval "echo $$(buildkite-agent meta-data get to)"',
    mended: 'buildkite-agent meta-data set to "$$BUILDKITE_TAG"; echo "$$(buildkite-agent meta-data get to)"',
    env: substitution,
  },
  {
    name: 'an answer that is a program',
    code: 'KW6006',
    vulnerable: 'buildkite-agent meta-data set run "$$BUILDKITE_TAG"; buildkite-agent meta-data get run | sh',
    mended: 'buildkite-agent meta-data set run "$$BUILDKITE_TAG"; echo "$$(buildkite-agent meta-data get run)"',
    env: substitution,
  },
  {
    name: 'a message that a shell splits',
    code: 'KW6007',
    vulnerable: 'touch $$BUILDKITE_MESSAGE',
    mended: 'touch "$$BUILDKITE_MESSAGE"',
    env: words,
  },
  {
    name: 'a download from a server that is not ours any more',
    code: 'KW6010',
    vulnerable: 'curl -s "file://$$PWD/evil.sh" | sh',
    mended: `curl -s "file://$$PWD/evil.sh" -o got && echo "${'0'.repeat(64)}  got" | sha256sum -c && sh got`,
    env: {},
  },
]

describeAgents('attacks', (agent) => {
  test.for(attacks)('$name', ({ vulnerable, mended, env, code }) => {
    const outcome = (text: string) => ({ told: codesOf(text), isPwned: isPwned(yamlOf(text), env) })
    const fixed = mendOf(vulnerable)
    expect({
      vulnerable: outcome(vulnerable),
      mended: outcome(mended),
      fixed: fixed === undefined ? undefined : outcome(fixed),
    }).toEqual({
      vulnerable: { told: [code], isPwned: true },
      mended: { told: [], isPwned: false },
      fixed: fixed === undefined ? undefined : { told: [], isPwned: false },
    })
  })

  test('what check --fix makes of each variable that the upload would write is tried', () => {
    const mends = attacks
      .filter(({ code }) => code === 'KW6001' || code === 'KW6007')
      .map((one) => mendOf(one.vulnerable))
    expect(mends).toEqual([
      'echo "building $$BUILDKITE_BRANCH"',
      `echo 'building '"$$BUILDKITE_BRANCH"''`,
      'echo "$${BUILDKITE_TAG:-none}"',
      'echo "$${BUILDKITE_MESSAGE}"',
      'touch "$$BUILDKITE_MESSAGE"',
    ])
  })

  test('text of a pipeline in TypeScript is literal: no name of a branch gets into it', async () => {
    expect(await outcomeOf([command({ command: 'echo "building $BUILDKITE_BRANCH"' })])).toEqual({
      told: [],
      isPwned: false,
    })
  })

  test('a program that writes the branch into a command by itself is as open as YAML, unless shell quotes it', async () => {
    expect([await outcomeOf(open), await outcomeOf(closed)]).toMatchObject([{ isPwned: true }, { isPwned: false }])
  })

  async function outcomeOf(pipeline: PipelineSource): Promise<{ readonly told: unknown; readonly isPwned: boolean }> {
    const context = givenContext({ build: { branch: branch.BUILDKITE_BRANCH } })
    const { wire, diagnostics } = compile(await evaluatePipeline(definePipeline(pipeline), context))
    return { told: diagnostics, isPwned: isPwned(emitYaml(wire), branch) }
  }

  function isPwned(yaml: string, env: Readonly<Record<string, string>>): boolean {
    const [pipeline] = dryRun(agent, [yaml], { env }).uploads
    const [step] = (pipeline?.['steps'] ?? []) as readonly { readonly command: string }[]
    const folder = temporaryFolder(files)
    chmodSync(join(folder, 'bin/buildkite-agent'), 0o755)
    const PATH = `${join(folder, 'bin')}:${process.env['PATH']}`
    spawnSync('sh', ['-c', step?.command ?? 'exit 1'], { cwd: folder, env: { PATH, ...env } })
    return existsSync(join(folder, 'pwned'))
  }
})

/** Programs that write the branch into a command by themselves. */
const open: PipelineSource = ({ build }) => [command({ command: `echo "${build.branch}"` })]
const closed: PipelineSource = ({ build }) => [command({ command: shell`echo ${build.branch}` })]

const yamlOf = (text: string): string => JSON.stringify({ steps: [{ command: text }] })

/** What all audits tell of a command in YAML. */
function told(text: string): readonly Diagnostic[] {
  const { pipelines } = parsePipeline(yamlOf(text))
  return pipelines.flatMap(
    (parsed) => compile(defineParsed(parsed).definition, { language: 'yaml', also: ['KW6'] }).diagnostics,
  )
}

function codesOf(text: string): readonly string[] {
  return told(text).map(({ code }) => code)
}

/** A command with what `check --fix` makes of it, if that is certain. */
function mendOf(text: string): string | undefined {
  const [mend] = told(text).flatMap(({ mend: all = [] }) => all)
  // What is read without its escapes is written with them.
  return mend && (mend.from === text ? String(mend.to) : String(mend.to).replaceAll('$', '$$$$'))
}

/** A condition of a deploy, and the build that somebody outside of the team makes for it. */
const decisions: readonly {
  readonly code: string
  readonly vulnerable: string
  readonly mended: string
  readonly build: Partial<Build>
}[] = [
  {
    code: 'KW6030',
    vulnerable: 'build.message =~ /ship it/',
    mended: 'build.branch == "main" && build.pull_request.id == null',
    build: { branch: 'x', message: 'docs, ship it', pull_request: { id: '7', draft: false, labels: [], fork: true } },
  },
  {
    code: 'KW6030',
    vulnerable: 'build.author.email == "lead@example.com"',
    mended: 'build.branch == "main" && build.pull_request.id == null',
    build: { branch: 'x', author: { name: 'git config user.email', email: 'lead@example.com', teams: [] } },
  },
  {
    code: 'KW6031',
    vulnerable: 'build.branch =~ /main/ && build.pull_request.id == null',
    mended: 'build.branch =~ /^main$/ && build.pull_request.id == null',
    build: { branch: 'domain-names' },
  },
  {
    code: 'KW6032',
    vulnerable: 'build.branch == "main"',
    mended: 'build.branch == "main" && build.pull_request.id == null',
    build: { branch: 'main', pull_request: { id: '7', draft: false, labels: [], fork: true } },
  },
]

test.for(decisions)('a deploy if $vulnerable is reached, and not if $mended', ({ code, vulnerable, mended, build }) => {
  const outcome = (text: string) => {
    const pipeline = definePipeline([command({ label: 'Deploy', command: 'make deploy', if: text })])
    const { diagnostics } = compile(
      { value: [command({ label: 'Deploy', command: 'make deploy', if: text })], trace: {} },
      { also: ['KW6'] },
    )
    return {
      told: diagnostics.map((one) => one.code),
      isReached: simulate(pipeline, { build }).order().length > 0,
    }
  }
  expect({ vulnerable: outcome(vulnerable), mended: outcome(mended) }).toEqual({
    vulnerable: { told: [code], isReached: true },
    mended: { told: [], isReached: false },
  })
})
