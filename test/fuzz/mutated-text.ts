import * as fc from 'fast-check'

/** Small pipelines that hold what real ones seldom do. */
export const seeds: readonly string[] = [
  'steps:\n  - &a\n    label: A\n    command: x\n    env: &e { A: 1e-05, B: 0x1F, C: ~ }\n  - <<: *a\n    key: b\n    env: { <<: *e, B: "$A ${B:-${C}}" }\n  - wait\n',
  'a: &a {<<: *a}\nsteps: [{<<: [*a, *a], command: x, plugins: [docker#v1.0.0: {image: a}]}]\n',
  'steps:\n  - group: g\n    key: ""\n    steps:\n      - command: "x {{matrix.a}}"\n        matrix: {setup: {a: ["1", 2]}, adjustments: [{with: {a: 3}, skip: true}]}\n',
  'steps:\n- block: b\n  key: k\n  fields: [{text: t, key: f}]\n- command: |\n    one\n    two\n  depends_on: [k, {step: k, allow_failure: true}]\n  if: build.branch =~ /^a(b|c)*$/ && build.tag == null\n',
  '{"steps": [{"command": ["a", "b"], "retry": {"automatic": [{"exit_status": "*", "limit": 2}]}, "timeout_in_minutes": 5}]}',
  'env: {A: "${B}"}\nagents: [queue=x]\nnotify: [{slack: "#a"}]\nsteps: [{trigger: t, build: {branch: "$A"}}, {input: i}]\n---\nsteps: []\n',
  '# top\nsteps:\n  # above\n  - command: >-2 # beside\n        a\n         b\n\n        c\n    label: !!str 5 # five\n  -\n    ? key\n    : &k "k\n      l \\\n      m"\n    if: a ? b : c\n    "x y": \'it\'\'s\n\n      two\'\n  - wait: ~\n    continue_on_failure: yes\n...\n# end\n',
  '%YAML 1.1\n%TAG !e! tag:a,2000:\n---\nsteps: [ {command: [a b, c: d, e-f, "g":h], env: {A: -, B: -1, C: !e!x y}, }, wait, ]\n',
  'steps:\n- {key: unit, command: make, soft_fail: true}\n- block: Ship\n  key: ship\n  if: build.branch == "main" || build.tag =~ /^v/\n  depends_on: unit\n- key: deploy\n  command: ["deploy \\"$BUILDKITE_BRANCH\\"", "sh -c \\"x $$A\\" | bash"]\n  branches: main !x*\n  depends_on: [{step: ship, allow_failure: true}, unit]\n  concurrency: 1\n  concurrency_group: p\n- wait: ~\n  continue_on_failure: true\n- trigger: deploy-a\n  async: true\n  if_changed: ["a/**"]\n',
  'steps:\n- group: Deploy\n  key: g\n  depends_on: b\n  steps:\n  - {key: d, label: Deploy, command: curl a | sh, parallelism: 2, retry: {automatic: true}, image: a:latest, cache: {paths: [a]}, secrets: [A]}\n  - {block: B, key: b, blocked_state: running, fields: [{select: s, key: s, options: [{label: a, value: b}]}]}\n- wait\n- {command: "eval $(buildkite-agent meta-data get s)", plugins: [docker#v5.0.0: {image: "a:$T", privileged: true, volumes: [/var/run/docker.sock:/a]}]}\n',
  '- command: 2024-01-01\n  priority: 1_000\n  soft_fail: [{exit_status: 1}]\n  secrets: [A]\n  cache: {paths: [a], size: 20g}\n',
]

/** What YAML, expressions and conditions are made of. */
const tokens = [
  '- ',
  ': ',
  '\n',
  '\n  ',
  '  ',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '"',
  "'",
  '|',
  '>-',
  '#',
  '&a ',
  '*a',
  '<<: *a',
  '---',
  '$A',
  '${A:-',
  '${',
  '$$',
  '\\',
  '{{matrix}}',
  '{{',
  '}}',
  '=~',
  '/(',
  ')*/',
  '(?',
  '&&',
  '!',
  '~',
  '!!binary ',
  '!!str ',
  '!!int ',
  '!!set ',
  '!a,',
  '? ',
  '?',
  ':',
  ',',
  '%YAML 1.1\n',
  '---\n',
  '...\n',
  '\r\n',
  '\r',
  '|2\n',
  '>\n',
  '\\\n',
  '\\x41',
  'é',
  'null',
  'true',
  '1e-05',
  '.inf',
  '0o7',
  '9999999999999999999',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\ud800',
  '\0',
  '😀',
  'steps:',
  'group: ',
  'key: ',
  'depends_on: ',
  'if: ',
  'matrix: ',
  'plugins: ',
  'env: ',
  'wait',
  'block: ',
  'deploy',
  '$(',
  '`',
  '| sh',
  '<<E\n',
  'build.branch == "main"',
  '$BUILDKITE_MESSAGE',
  'soft_fail: true',
  '__proto__: ',
]

type Edit = (text: string) => string

// Not fc.double: as many of its numbers lie below 1e-100 as above, so that all places would be at the start.
export const part: fc.Arbitrary<number> = fc.noBias(fc.nat(9_999)).map((share) => share / 10_000)
const placeIn = (text: string, at: number): number => Math.floor(at * text.length)

/** Takes out some characters and puts others in their place. */
const spliced = (inserted: fc.Arbitrary<string>): fc.Arbitrary<Edit> =>
  fc.tuple(part, fc.nat(4), inserted).map(([at, cut, put]) => (text) => {
    const place = placeIn(text, at)
    return text.slice(0, place) + put + text.slice(place + cut)
  })

/** Puts one line in the place of another, or behind it. */
const movedLine: fc.Arbitrary<Edit> = fc.tuple(part, part, fc.nat(1)).map(([from, to, cut]) => (text) => {
  const lines = text.split('\n')
  return lines.toSpliced(Math.floor(to * lines.length), cut, lines[Math.floor(from * lines.length)] ?? '').join('\n')
})

const cutOff: fc.Arbitrary<Edit> = part.map((at) => (text) => text.slice(0, placeIn(text, at)))

const bytes = fc.uint8Array({ maxLength: 4 }).map((inserted) => Buffer.from(inserted).toString('latin1'))

/** Texts with a few changes to their characters, words and lines. */
export function mutatedText(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.oneof(
    { weight: 4, arbitrary: spliced(fc.constantFrom(...tokens)) },
    { weight: 2, arbitrary: spliced(bytes) },
    { weight: 2, arbitrary: movedLine },
    { weight: 1, arbitrary: cutOff },
  )
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([text, edits]) => edits.reduce((changed, change) => change(changed), text))
}
