import { createHash } from 'node:crypto'
import { command, compile, type Definition } from '@kitewright/core'
import { matchGlob } from '../../packages/core/src/agent/glob/match-glob.ts'
import { stackFrames } from '../../packages/kitewright/src/locate/stack-frames.ts'
import { compileYaml } from '../../packages/kitewright/src/pipeline/compile-yaml.ts'
import { maskOf } from '../../packages/kitewright/src/secrets/mask.ts'

/** How many times as long ten times the work may take; what grows with the square takes a hundred times as long. */
const most = 15

/** Work that has a size. */
interface Work {
  readonly name: string
  readonly small: number
  readonly run: (size: number) => unknown
}

const texts: Readonly<Record<string, string>> = {
  'a scheme without a URL': 'a.',
  'half a URL': '//a:b ',
  'an open expression': '${BUILDKITE_A',
  'an open variable': '${a',
  'a matrix token that is not closed': '{{matrix',
  'open braces': '{{ ',
  backslashes: '\\',
  'open brackets': '[',
  'the head of a private key': '-----BEGIN A ',
  colons: ':a',
}

const attributes = ['command', 'label', 'branches', 'concurrency_group', 'key', 'env'] as const

function longText(part: string): Work['run'] {
  return (size) => {
    const text = `$ ${part.repeat(size)}`
    const steps = attributes.map((name) => command({ command: 'x', [name]: name === 'env' ? { A: text } : text }))
    compile({ value: steps, trace: {} } satisfies Definition)
  }
}

const yamls: Readonly<Record<string, (index: number) => string>> = {
  'unknown steps': (index) => `- odd${index}\n`,
  'steps with a fault each': () => '- command: x\n  key: a b\n',
  'groups with a fault each': (index) => `- group: g${index}\n  steps:\n  - command: x\n    if: (((\n`,
}

function manyFaults(step: (index: number) => string): Work['run'] {
  return (size) =>
    compileYaml(`steps:\n${Array.from({ length: size }, (_, index) => step(index)).join('')}`, 'a.yml', {})
}

const commands: Readonly<Record<string, string>> = {
  'words that name a shell': 'bash -c "$A"\n',
  'variables assigned and read': 'A=$B; echo $A\n',
  'commands within commands': '$(',
}

/** Each place is found in the file again. */
function manyPlaces(size: number): unknown {
  const lines = Array.from({ length: size }, (_, index) => `    echo {{matrix.a${index}}}\n`)
  return compileYaml(`steps:\n- command: |\n${lines.join('')}`, 'a.yml', {})
}

/** Of such a text, a shell's grammar is read as well. */
function longCommand(part: string): Work['run'] {
  return (size) => compileYaml(`steps:\n- command: ${JSON.stringify(part.repeat(size))}\n`, 'a.yml', { also: ['KW6'] })
}

function longGlob(size: number): unknown {
  return compileYaml(`steps:\n- { command: a, if_changed: "${'[['.repeat(size)}" }\n`, 'a.yml', {})
}

/** Ten times the edges, for about three times the steps. */
function dense(edges: number): void {
  const steps: ReturnType<typeof command>[] = []
  for (let index = 0; index < Math.sqrt(2 * edges); index++) {
    steps.push(command({ label: `s ${index}`, command: 'x', depends_on: [...steps] }))
  }
  compile({ value: steps, trace: {} })
}

/** As many secrets of one kind as lines of a text; every tenth line holds one. */
function masked(secret: (index: number) => string): Work['run'] {
  return (size) => {
    const secrets = Array.from({ length: size }, (_, index) => secret(index))
    const text = secrets.map((value, index) => `line ${index} ${index % 10 === 0 ? value : 'without one'} and more…`)
    maskOf(secrets).hide(text.join('\n'))
  }
}

const digits = (index: number): string => createHash('sha256').update(String(index)).digest('hex')

const works: readonly Work[] = [
  { name: 'a glob of stars', small: 20_000, run: (size) => matchGlob('*a'.repeat(20), 'a'.repeat(size)) },
  { name: 'a stack in one line', small: 20_000, run: (size) => stackFrames(`at ${' (a:1'.repeat(size)}`) },
  { name: 'secrets of letters and digits', small: 400, run: masked(digits) },
  {
    name: 'secrets of several lines that begin alike',
    small: 400,
    run: masked((index) => `--key--\n${digits(index)}\n--end--`),
  },
  ...Object.entries(texts).map(([name, part]): Work => ({ name, small: 20_000, run: longText(part) })),
  ...Object.entries(commands).map(([name, part]): Work => ({ name, small: 4_000, run: longCommand(part) })),
  { name: 'findings in one text', small: 200, run: manyPlaces },
  { name: 'open brackets of a glob', small: 5_000, run: longGlob },
  ...Object.entries(yamls).map(([name, step]): Work => ({ name, small: 400, run: manyFaults(step) })),
  { name: 'every step before, 50,000 edges and 500,000', small: 50_000, run: dense },
]

/** What ten times the work takes, as rows: its name, the time of both, the ratio, and what it may be. */
export async function linear(): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for (const { name, small, run } of works) {
    const less = await processorTime(run, small)
    const more = await processorTime(run, small * 10)
    // Below some milliseconds the clock and the compiler are most of it.
    const ratio = more / Math.max(less, 5)
    rows.push([name, shown(less), shown(more), `${ratio.toFixed(1)}${ratio > most ? ' (missed)' : ''}`, String(most)])
  }
  return rows
}

/** Processor time, which other processes do not change much; the shorter of two, since the first one compiles. */
async function processorTime(run: Work['run'], size: number): Promise<number> {
  let shortest = Infinity
  for (let round = 0; round < 2; round++) {
    const before = process.cpuUsage()
    await run(size)
    shortest = Math.min(shortest, process.cpuUsage(before).user / 1000)
  }
  return shortest
}

const shown = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`
