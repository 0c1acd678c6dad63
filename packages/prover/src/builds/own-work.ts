import type { Node } from '@kitewright/core'
import {
  asListOfAny,
  asMap,
  deployWork,
  isMoving,
  namedImages,
  pluginUses,
  pushedImages,
} from '@kitewright/core/attributes'
import type { BuildTimeline } from '@kitewright/scheduler'
import type { Answer } from './answer.ts'
import { keyOf } from './courses.ts'
import type { BuildOfKind, TwoBuilds } from './kinds.ts'
import { type Clash, clashOf, named, story } from './prove-across.ts'
import type { Read, StepReading } from './read-step.ts'

/** Whether a step deploys what its own build made, and nothing that another one put in its place. */
export function ownWork(twins: readonly TwoBuilds[], key: string, read: Read): Answer {
  let answer: Answer | undefined
  for (const pair of twins) {
    const step = named(pair.older.graph.nodes, key)
    if (step === undefined) continue
    const found = ofPair(pair, step, read)
    if (found.is === 'broken') return found
    if (answer?.is !== 'undecided') answer = found
  }
  return answer ?? { is: 'undecided', why: 'no build has it' }
}

function ofPair(pair: TwoBuilds, step: Node, read: Read): Answer {
  const { older, newer } = pair
  const reading = read(older, step)
  const [makers, next] = [makersIn(older, read), makersIn(newer, read)]
  // An image that each build calls by another name is its own.
  const images = namedImages(reading.commands, step, new Set(makers.keys()))
  const moving = images.filter((image) => isMoving(image) && next.has(image))
  for (const image of moving) {
    const maker = makers.get(image) as Node
    if (maker === step) continue
    const clash = clashOf(pair, step.id, (_, timelines) => takesOther(timelines, step, maker))
    if (clash !== undefined) return moved(clash, step, maker, image)
  }
  return undecided(reading, moving, images) ?? owned(reading, images, step, older)
}

/** The steps that push images, by these. */
function makersIn(build: BuildOfKind, read: Read): ReadonlyMap<string, Node> {
  const { nodes } = build.graph
  return new Map(
    nodes
      .filter(({ kind }) => kind === 'command')
      .flatMap((node) =>
        pushedImages(read(build, node).commands, node, build.graph).map((image) => [image, node] as const),
      ),
  )
}

/** The newer build pushes after the older one did, and before the older one has deployed. */
function takesOther([older, newer]: Clash['timelines'], step: Node, maker: Node): boolean {
  const [made, replaced, deployed] = [endIn(older, maker), endIn(newer, maker), endIn(older, step)]
  return (
    made !== undefined && replaced !== undefined && deployed !== undefined && made < replaced && replaced < deployed
  )
}

/** When a step was done. */
function endIn({ steps }: BuildTimeline, node: Node): number | undefined {
  const jobs = steps.find(({ key }) => key === keyOf(node))?.jobs ?? []
  return jobs.findLast(({ outcome }) => outcome === 'passed')?.finish
}

function moved(clash: Clash, step: Node, maker: Node, image: string): Answer {
  return {
    is: 'broken',
    explanation: [
      `step "${step.id}" of an older build deploys the image that a newer one made: ${image}`,
      ...story(clash, step.id),
      `- step "${maker.id}" of the newer build pushes ${image} in between`,
    ],
    mend: 'name the image by its commit ($BUILDKITE_COMMIT) or its digest, where it is pushed and where it is deployed',
    clash,
  }
}

/** Why it is not known what a step deploys, where it is not. */
function undecided(
  { commands, unread, deploysByKitewright }: StepReading,
  moving: readonly string[],
  images: readonly string[],
): Answer | undefined {
  if (moving.length > 0)
    return not(`each build pushes ${moving.join(', ')}, and no two builds were found that mix them up`)
  if (unread.length > 0) return not(`${listed(unread)} ${unread.length > 1 ? 'were' : 'was'} not read`)
  const doubtful = images.find((image) => isMoving(image) === undefined)
  if (doubtful !== undefined) return not(`whether other builds push ${doubtful} is not known`)
  if (deploysByKitewright) {
    const other = deploysByKitewright.find((word) => /^--(?:image|roll-back)/.test(word))
    return other === undefined ? undefined : not(`${other} names what it deploys`)
  }
  for (const { words } of commands) {
    const build = ofOtherBuild(words)
    if (build !== undefined) return not(`it takes what the build ${build} made, and which one that is, is not known`)
  }
  const strange = commands.findLast(
    ({ words, calls }) => calls === undefined && words[0] !== 'git' && deployWork(words) === undefined,
  )
  return strange && not(`what \`${strange.words.slice(0, 3).join(' ')}\` deploys is not known`)
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')
}

function not(why: string): Answer {
  return { is: 'undecided', why }
}

/** What of its own build a step takes. */
function owned(
  { commands, deploysByKitewright }: StepReading,
  images: readonly string[],
  step: Node,
  { graph }: BuildOfKind,
): Answer {
  const plugins = pluginUses(graph).filter(({ node, ref }) => node === step && /(?:^|\/)artifacts(?:-|#|$)/.test(ref))
  const foreign = plugins.find(({ config }) => asMap(config)['build'] !== undefined)
  if (foreign) return { is: 'undecided', why: 'it takes artifacts of a build that the plugin artifacts is told' }
  const taken = [
    ...(deploysByKitewright ? ['the image by the digest that its own build keeps'] : []),
    ...images.map((image) => `the image ${image}`),
    ...commands.flatMap(({ words }) => ofOwnBuild(words) ?? []),
    ...plugins.flatMap(({ config }) => asListOfAny(asMap(config)['download']).map(() => 'artifacts of its own build')),
  ]
  if (taken.length === 0) return { is: 'undecided', why: 'its commands name nothing that a build made' }
  return { is: 'proved', why: `it deploys ${[...new Set(taken)].join(', ')}` }
}

const ownBuild = /^\$\{?BUILDKITE_BUILD_ID\}?$/

/** The build that a call of the agent asks for something, if it is not said to be its own. */
function ofOtherBuild(words: readonly string[]): string | undefined {
  if (words[0] !== 'buildkite-agent') return undefined
  const at = words.indexOf('--build')
  const build = at < 0 ? words.find((word) => word.startsWith('--build='))?.slice('--build='.length) : words[at + 1]
  return build === undefined || ownBuild.test(build) ? undefined : build
}

function ofOwnBuild([agent, subject, verb]: readonly string[]): string | undefined {
  if (agent !== 'buildkite-agent') return undefined
  if (subject === 'artifact' && verb === 'download') return 'artifacts of its own build'
  return subject === 'meta-data' && verb === 'get' ? 'meta-data of its own build' : undefined
}
