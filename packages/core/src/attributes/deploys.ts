import { isInterpolated } from '@kitewright/schema'
import type { Node } from '../model/graph.ts'
import { matchesBranch } from './branches.ts'
import { linesOf } from './command-lines.ts'
import { concurrencyOf } from './concurrency.ts'

/**
 * Whether a step brings something to where others use it, and so ought to wait for an approval. Where the team's patterns
 * of keys are given, they alone decide; otherwise which of the presets' scripts it runs, or its name, what it triggers or
 * runs, and its concurrency group.
 *
 * @param patterns `*` stands for any text.
 */
export function isDeploy(node: Node, patterns?: readonly string[]): boolean {
  if (node.kind !== 'command' && node.kind !== 'trigger') return false
  if (patterns !== undefined) return patterns.some((pattern) => matchesBranch(pattern, node.id))
  const byPreset = byPresetScript(node)
  if (byPreset !== undefined || isNamed(node, words) || triggersDeploy(node)) return byPreset ?? true
  return !isTest(node) && (runsDeploy(node) || queuesAsDeploy(node))
}

/** Whether a step is a deploy by what its team, its maker or its name says of it, whatever it runs. */
export function isCalledDeploy(node: Node, patterns?: readonly string[]): boolean {
  return patterns === undefined ? looksLikeDeploy(node) : isDeploy(node, patterns)
}

/** Whether a step, by its name, changes what others use: such steps are held to more. */
export function looksLikeDeploy(node: Node): boolean {
  return node.kind === 'command' && isNamed(node, words)
}

/** Whether a step, by its name, puts something where others find it. */
export function looksLikePublish(node: Node): boolean {
  return node.kind === 'command' && isNamed(node, 'publish')
}

const words = 'deploy|rollout|promote|publish'

/** A preset's step is what its script does, whatever the step is called; undefined for all others. */
function byPresetScript(node: Node): boolean | undefined {
  const runs = linesOfCommand(node).filter((line) => /^\S+\/(?:deploy|docker-tag\.sh|test\.sh)(?:\s|$)/.test(line))
  if (runs.length === 0) return undefined
  return runs.some((line) => /^\S+\/deploy(?!.* --roll-back)/.test(line))
}

function linesOfCommand(node: Node): readonly string[] {
  return Array.from(linesOf(node), ({ text }) => text.split('\n')).flatMap((lines) => lines.map((line) => line.trim()))
}

function isNamed({ key = '' }: Node, named: string): boolean {
  return hasWord(key, named)
}

function hasWord(text: string, named: string): boolean {
  return new RegExp(`(?:^|[^a-z0-9])(?:${named})(?:[^a-z0-9]|$)`, 'i').test(text)
}

/** A test may deploy what it tests, and may have to be alone where it does. */
function isTest({ key = '' }: Node): boolean {
  return /^tests?(?:[^a-z0-9]|$)/i.test(key) || hasWord(key, 'e2e')
}

function triggersDeploy({ attributes: { trigger } }: Node): boolean {
  return typeof trigger === 'string' && hasWord(trigger, words)
}

/** A script or a target that is called so, and the tools that change what runs somewhere. */
const deploying = new RegExp(
  [
    String.raw`^(?:(?:ba)?sh |node |python3? |ruby )?(?:\S*/)?(?:${words})(?:ment)?(?:[-_A-Z\d][\w-]*)?(?:\.\w+)?(?:\s|$)`,
    String.raw`^(?:make|just|task|rake|(?:npm|pnpm|yarn)(?: run)?) (?:${words})(?:[:_-]\S*)?(?:\s|$)`,
    String.raw`^(?:npx |bundle exec )?(?:cdk|sam|serverless|sls|eb|fly|flyctl|wrangler|vercel|firebase|cap \w+) (?:${words})(?:\s|$)`,
    String.raw`^gcloud (?:run|app|functions) deploy\s`,
    String.raw`^aws (?:cloudformation deploy|ecs update-service|lambda update-function-code)\s`,
    String.raw`^kubectl (?:apply|rollout|set image)\s`,
    String.raw`^helm (?:upgrade|install)\s`,
    String.raw`^(?:terraform|tofu) apply(?:\s|$)`,
    String.raw`^pulumi up(?:\s|$)`,
    String.raw`^(?:cargo|poetry) publish(?:\s|$)`,
    String.raw`^(?:gem push|twine upload|goreleaser release)(?:\s|$)`,
  ].join('|'),
)

function runsDeploy(node: Node): boolean {
  return linesOfCommand(node).some((line) => deploying.test(line) && !/\s--(?:dry-run|help|noop|check)\b/.test(line))
}

/** Such as `payments/production`: one job at a time, of those that change it. */
function queuesAsDeploy({ attributes }: Node): boolean {
  const { group } = concurrencyOf(attributes)
  return typeof group === 'string' && !isInterpolated(group) && hasWord(group, `${words}|prod|production`)
}
