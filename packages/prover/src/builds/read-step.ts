import type { Graph, Node } from '@kitewright/core'
import { asMap, commandLines, type DeployGuard, deployGuard, deployWork, pluginUses } from '@kitewright/core/attributes'
import { keyExpression } from '@kitewright/schema'
import { readShell } from '@kitewright/core/shell'
import type { BuildOfKind } from './kinds.ts'
import { repositoryTarget } from './repository-target.ts'

/** A script of the repository. */
export interface Script {
  readonly text: string
  /** Whether it is the deploy script that kitewright vendors, as it vendors it. */
  readonly isKitewrights?: boolean | undefined
}

/**
 * Reads a script that a step runs, by its path from the repository's root. Undefined where there is none, or none that may be
 * read.
 */
export type ReadScript = (path: string, step: Node) => Script | undefined

/** A command that a step runs, in its own text or in a script that this calls. */
export interface StepCommand {
  readonly words: readonly string[]
  /** The script; undefined for the step's own text. */
  readonly script?: string | undefined
  /** The script that it runs. */
  readonly calls?: string | undefined
}

/** What a step runs, as far as it can be read. */
export interface StepReading {
  readonly commands: readonly StepCommand[]
  /** The scripts that it calls and that were read. */
  readonly read: readonly string[]
  /** Scripts and plugins that it runs and that could not be read. */
  readonly unread: readonly string[]
  /** Programs that it runs and of which nothing is known: they may deploy, and may refuse to. */
  readonly unknown: readonly string[]
  /** How it refuses what is older than what is deployed. */
  readonly guard?: string | undefined
  /** The call of the deploy script that kitewright vendors. */
  readonly deploysByKitewright?: readonly string[] | undefined
}

type PluginUse = ReturnType<typeof pluginUses>[number]

/** Reads a step of a build. */
export type Read = (build: BuildOfKind, step: Node) => StepReading

/** How deep scripts are followed that call each other. */
const deepest = 4

/** Reads what a step runs: its commands, and the scripts of the repository that these call. */
export function readStep(node: Node, graph: Graph, readScript: ReadScript): StepReading {
  const commands: StepCommand[] = []
  const read = new Set<string>()
  const unread = new Set<string>()
  const targets = new Set<string>()
  let deploysByKitewright: readonly string[] | undefined
  const lines = commandLines(graph).filter((line) => line.node === node)
  const hasCommands = lines.some(({ text }) => text.trim() !== '')
  const plugins = pluginUses(graph).filter((use) => use.node === node && !isHarmless(use, hasCommands))
  for (const { ref } of plugins) unread.add(`the plugin ${keyExpression(ref) ?? ref}`)
  for (const line of lines) visit(asShellReads(line), undefined, 0)
  return {
    commands,
    read: [...read],
    unread: [...unread],
    unknown: commands.filter(isUnknown).map(({ words }) => `\`${words.slice(0, 2).join(' ')}\``),
    guard: guardIn(commands),
    deploysByKitewright,
  }

  function visit(text: string, script: string | undefined, depth: number): void {
    for (const { words } of readShell(text).commands) {
      if (visitTarget(words, script, depth)) continue
      const called = calledScript(words)
      commands.push({ words, script, calls: called })
      if (called === undefined || read.has(called)) continue
      const found = depth < deepest ? readScript(called, node) : undefined
      if (found === undefined) {
        unread.add(called)
        continue
      }
      read.add(called)
      if (found.isKitewrights) deploysByKitewright = words
      visit(found.text, called, depth + 1)
    }
  }

  /** Whether a command runs a target of the repository that can be read. */
  function visitTarget(words: readonly string[], script: string | undefined, depth: number): boolean {
    const call = words.join(' ')
    if (targets.has(call)) return true
    const target = depth < deepest ? repositoryTarget(words) : undefined
    const text = target && readScript(target.file, node)?.text
    const runs = text === undefined ? undefined : target?.textIn(text)
    if (target === undefined || runs === undefined) return false
    targets.add(call)
    commands.push({ words, script, calls: target.file })
    read.add(target.file)
    visit(runs, target.file, depth + 1)
    return true
  }
}

/** Of a text that the agent fills in, what the shell is given. */
function asShellReads({ text, isInterpolated }: { readonly text: string; readonly isInterpolated: boolean }): string {
  return isInterpolated ? text.replaceAll('$$', '$').replaceAll('\\$', '$') : text
}

/** The script that a command runs: by its path, or given to a shell. */
function calledScript(words: readonly string[]): string | undefined {
  const [first = '', second = ''] = words
  const isRun = /^(?:.*\/)?(?:ba|da|z|k)?sh$|^(?:\.|source)$/.test(first)
  const path = isRun ? words.slice(1).find((word) => !word.startsWith('-')) : first
  if (path === undefined || (isRun && /^-[a-z]*c$/.test(second))) return undefined
  const isPath = path.includes('/') || (isRun && path !== '')
  return isPath && !/^\/(?:usr\/|s?bin\/)/.test(path) ? path.replace(/^\.\//, '') : undefined
}

/** Plugins that set a step up and deploy nothing; and those that only say where the step's own commands run. */
function isHarmless({ ref, config }: Pick<PluginUse, 'ref' | 'config'>, hasCommands: boolean): boolean {
  const name = /([^/]*?)(?:-buildkite-plugin)?(?:\.git)?(?:#.*)?$/.exec(ref)?.[1] ?? ''
  const options = asMap(config)
  if (/^docker(?:-compose)?$/.test(name))
    return hasCommands && !('command' in options || 'push' in options) && isShell(options['entrypoint'] ?? 'sh')
  if (/deploy|publish|promote|release/.test(name)) return false
  return /(?:^|-)(?:assume-role|ecr|login|auth|oidc|cache|artifacts|secrets?|sm|ssm|env|metadata)(?:-|$)/.test(name)
}

function isShell(program: unknown): boolean {
  return typeof program === 'string' && /(?:^|\/)(?:ba)?sh$/.test(program)
}

/** In a script of its own, only what runs a program that is written elsewhere. */
function isUnknown({ words, script, calls }: StepCommand): boolean {
  const [first = ''] = words
  if (calls !== undefined) return false
  return script === undefined ? deployWork(words) === undefined && first !== 'git' : runners.test(first)
}

const runners =
  /^(?:make|just|task|rake|npm|npx|pnpm|yarn|bundle|cap|python3?|node|ruby|go|java|ansible(?:-playbook)?|terraform|tofu|pulumi|ssh)$/

const refusals: Readonly<Record<DeployGuard, string>> = {
  commit: 'refuses a commit that is older than the deployed one',
  number: 'refuses a build that is older than the deployed one, by its number',
}

function guardIn(commands: readonly StepCommand[]): string | undefined {
  // The flag by which the script that kitewright vendors takes an older commit all the same.
  if (commands.some(({ words, script }) => script === undefined && words.includes('--older'))) return undefined
  for (const { words, script = 'its command' } of commands) {
    const guard = deployGuard(words)
    if (guard !== undefined) return `${script} ${refusals[guard]}`
  }
  return undefined
}

/** What of all that a step runs may keep something from happening; undefined where all of it is known. */
export function mayPrevent({ commands, unread, unknown }: StepReading, how: string): string | undefined {
  const may = [...unread, ...new Set(unknown)].slice(0, 3)
  if (may.length > 0) return `${may.join(' or ')} ${how}, which is not known`
  const isKnown = commands.some(({ words }) => deployWork(words) === 'replaces')
  return isKnown ? undefined : `what it deploys with ${how}, which is not known`
}
