/** A place of a pipeline for one text: how a step carries it there, and where the agent's upload has it. */
export interface TextPlace {
  readonly name: string
  /** The step that carries the text, which may be an `interpolated(…)` value where the place allows it. */
  readonly step: (text: unknown) => unknown
  /** The text in the step as uploaded. */
  readonly read: (step: Uploaded) => unknown
  /** Whether the place is the key of a map, or is never interpolated: no `interpolated(…)` goes there. */
  readonly isLiteral?: boolean
  /** Whether only v3 leaves the place alone (docs/spec/upload.md §4.3). */
  readonly isOfVersion3?: boolean
}

/** Any part of an upload: reading what is not there gives undefined, not an exception. */
export interface Uploaded {
  at(...path: (string | number)[]): unknown
  keyAt(...path: (string | number)[]): unknown
}

export function uploaded(step: unknown): Uploaded {
  const at = (...path: (string | number)[]): unknown =>
    path.reduce<unknown>((found, part) => (found as Readonly<Record<string, unknown>> | undefined)?.[part], step)
  return { at, keyAt: (...path) => Object.keys((at(...path) ?? {}) as object)[0] }
}

/** A map with one key, whatever the key. */
function keyed(name: unknown, content: unknown = 'value'): object {
  return Object.fromEntries([[name, content]]) as object
}

function value(name: string, step: (text: unknown) => unknown, ...path: (string | number)[]): TextPlace {
  // The agent leaves out empty labels, keys and the like.
  return { name, step, read: (upload) => upload.at(...path) ?? '' }
}

function literal(name: string, step: (text: unknown) => unknown, ...path: (string | number)[]): TextPlace {
  return { ...value(name, step, ...path), isLiteral: true }
}

function key(name: string, step: (text: unknown) => unknown, ...path: (string | number)[]): TextPlace {
  return { name, step, read: (upload) => upload.keyAt(...path), isLiteral: true }
}

/** For places that may not be empty. */
function afterX(place: TextPlace): TextPlace {
  return { ...place, read: (upload) => String(place.read(upload)).replace(/^x/, '') }
}

const command = (attributes: object): object => ({ command: 'make', ...attributes })
const matrix = (text: unknown, skip: unknown = false): object => ({
  setup: { dimension: [text] },
  adjustments: [{ with: { dimension: text }, skip, soft_fail: text }],
})

/** Every kind of place where an author may write text. */
export const textPlaces: readonly TextPlace[] = [
  value('command', (text) => ({ command: text }), 'command'),
  value('one command of a list', (text) => ({ command: [text] }), 'command'),
  {
    name: 'commands of a list',
    step: (text) => ({ command: ['first', text, text] }),
    read: (upload) => {
      const joined = String(upload.at('command')).slice('first\n'.length)
      const half = joined.slice(0, (joined.length - 1) / 2)
      return joined === `${half}\n${half}` ? half : joined
    },
  },
  value('label', (text) => command({ label: text }), 'label'),
  value('key', (text) => command({ key: text }), 'key'),
  value('if', (text) => command({ if: text }), 'if'),
  value('branches', (text) => command({ branches: ['main', text] }), 'branches', 1),
  value('depends_on', (text) => command({ depends_on: text }), 'depends_on'),
  value('depends_on item', (text) => command({ depends_on: [{ step: text }] }), 'depends_on', 0, 'step'),
  value('artifact_paths', (text) => command({ artifact_paths: [text] }), 'artifact_paths', 0),
  value('concurrency_group', (text) => command({ concurrency_group: text }), 'concurrency_group'),
  value('skip', (text) => command({ skip: text }), 'skip'),
  value('retry reason', (text) => command({ retry: { manual: { reason: text } } }), 'retry', 'manual', 'reason'),
  value('env value', (text) => command({ env: { NAME: text } }), 'env', 'NAME'),
  key('env key', (text) => command({ env: keyed(text) }), 'env'),
  value('agents value', (text) => command({ agents: { queue: text } }), 'agents', 'queue'),
  value('agents item', (text) => command({ agents: [text] }), 'agents', 0),
  key('agents key', (text) => command({ agents: keyed(text) }), 'agents'),
  value('plugin option', (text) => command({ plugins: [{ './p': { a: [text] } }] }), 'plugins', 0, './p', 'a', 0),
  key('plugin option key', (text) => command({ plugins: [{ './p': keyed(text) }] }), 'plugins', 0, './p'),
  key(
    'deep plugin key',
    (text) => command({ plugins: [{ './p': [{ a: keyed(text) }] }] }),
    'plugins',
    0,
    './p',
    0,
    'a',
  ),
  {
    ...key('plugin source', (text) => command({ plugins: [keyed(`./${String(text)}`, {})] }), 'plugins', 0),
    read: (upload) => String(upload.keyAt('plugins', 0)).slice('./'.length),
  },
  value('matrix item', (text) => command({ matrix: [text] }), 'matrix', 0),
  value('matrix value', (text) => command({ matrix: matrix(text) }), 'matrix', 'setup', 'dimension', 0),
  value('matrix with', (text) => command({ matrix: matrix(text) }), 'matrix', 'adjustments', 0, 'with', 'dimension'),
  value('matrix soft_fail', (text) => command({ matrix: matrix(text) }), 'matrix', 'adjustments', 0, 'soft_fail'),
  literal('matrix skip', (text) => command({ matrix: matrix('a', text) }), 'matrix', 'adjustments', 0, 'skip'),
  {
    ...key('matrix dimension', (text) => command({ matrix: { setup: { ...keyed(text), z: ['a'] } } })),
    read: (upload) => Object.keys((upload.at('matrix', 'setup') ?? {}) as object).find((name) => name !== 'z'),
  },
  literal('secret', (text) => command({ secrets: [text] }), 'secrets', 0, 'key'),
  afterX(literal('secret map', (text) => command({ secrets: { A: `x${String(text)}` } }), 'secrets', 0, 'key')),
  afterX(
    literal(
      'secret variable',
      (text) => command({ secrets: keyed(`x${String(text)}`, 'secret') }),
      'secrets',
      0,
      'environment_variable',
    ),
  ),
  literal('signature', (text) => command({ signature: { value: text } }), 'signature', 'value'),
  value('cache path', (text) => command({ cache: text }), 'cache', 'paths', 0),
  value('cache name', (text) => command({ cache: { name: text, paths: ['a'] } }), 'cache', 'name'),
  literal('cache option', (text) => command({ cache: { paths: ['a'], more: [text] } }), 'cache', 'more', 0),
  value('checkout flags', (text) => command({ checkout: { flags: { clone: text } } }), 'checkout', 'flags', 'clone'),
  {
    ...literal(
      'sparse path',
      (text) => command({ checkout: { sparse: { paths: [text] } } }),
      'checkout',
      'sparse',
      'paths',
      0,
    ),
    isOfVersion3: true,
  },
  literal('ssh_secret', (text) => command({ checkout: { ssh_secret: text } }), 'checkout', 'ssh_secret'),
  value(
    'notify message',
    (text) => command({ notify: [{ slack: { message: text } }] }),
    'notify',
    0,
    'slack',
    'message',
  ),
  value('group name', (text) => ({ group: text, steps: ['wait'] }), 'group'),
  value('group key', (text) => ({ group: 'g', key: text, steps: ['wait'] }), 'key'),
  value('command in a group', (text) => ({ group: 'g', steps: ['wait', { command: text }] }), 'steps', 1, 'command'),
  value('block', (text) => ({ block: text }), 'block'),
  value('prompt', (text) => ({ block: 'b', prompt: text }), 'prompt'),
  value('field', (text) => ({ block: 'b', fields: [{ text, key: 'k' }] }), 'fields', 0, 'text'),
  value('field hint', (text) => ({ input: 'i', fields: [{ text: 't', hint: text }] }), 'fields', 0, 'hint'),
  value('field default', (text) => ({ input: 'i', fields: [{ text: 't', default: text }] }), 'fields', 0, 'default'),
  value(
    'option',
    (text) => ({ input: 'i', fields: [{ options: [{ label: text }] }] }),
    'fields',
    0,
    'options',
    0,
    'label',
  ),
  value('wait', (text) => ({ wait: null, if: text }), 'if'),
  value('trigger', (text) => ({ trigger: text }), 'trigger'),
  value('build message', (text) => ({ trigger: 't', build: { message: text } }), 'build', 'message'),
  value('build env value', (text) => ({ trigger: 't', build: { env: { A: text } } }), 'build', 'env', 'A'),
  key('build env key', (text) => ({ trigger: 't', build: { env: keyed(text) } }), 'build', 'env'),
  value('build meta_data', (text) => ({ trigger: 't', build: { meta_data: { a: text } } }), 'build', 'meta_data', 'a'),
  value('unknown step', (text) => ({ script: text }), 'script'),
  value(
    'secrets of a step downgraded by its env',
    (text) => command({ env: { A: [] }, secrets: [text] }),
    'secrets',
    0,
  ),
  value(
    'secrets in a group downgraded by a child',
    (text) => ({ group: 'g', steps: [{ script: 's' }, command({ secrets: [text] })] }),
    'steps',
    1,
    'secrets',
    0,
  ),
]
