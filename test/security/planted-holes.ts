/** A hole that an attacker uses, in both languages, and the same pipeline without it. */
export interface PlantedHole {
  readonly name: string
  /** What the audits tell of it, once. */
  readonly code: string
  /** The part of the author's line that is pointed at. */
  readonly at: string | Readonly<Record<Language, string>>
  readonly yaml?: Pair
  /** A list of steps, or what stands for a whole pipeline. */
  readonly typescript: Pair
}

export type Language = 'yaml' | 'typescript'

interface Pair {
  readonly hole: string
  readonly mended: string
}

const commit = '0123456789abcdef0123456789abcdef01234567'
const digest = `sha256:${commit}${commit.slice(0, 24)}`

/** YAML of one step. */
const step = (...lines: readonly string[]): string => `steps:\n  - ${lines.join('\n    ')}\n`
const run = (text: string): string => step(`command: ${text}`)

const escaped = (text: string): string => run(JSON.stringify(text.replaceAll('$', '$$$$')))
const asItIs = (text: string): string => `[command({ command: ${JSON.stringify(text)} })]`

/** A command in both languages, whose text is literal in TypeScript and escaped in YAML. */
function literal(hole: string, mended: string): Pick<PlantedHole, 'yaml' | 'typescript'> {
  return {
    yaml: { hole: escaped(hole), mended: escaped(mended) },
    typescript: { hole: asItIs(hole), mended: asItIs(mended) },
  }
}

const deploy = (more: string): string => `[command({ label: 'Deploy', command: 'make deploy', ${more} })]`
const deployYaml = (...more: readonly string[]): string => step('label: Deploy', 'command: make deploy', ...more)

export const plantedHoles: readonly PlantedHole[] = [
  {
    name: 'a branch between double quotes, filled in at upload',
    code: 'KW6001',
    at: '$BUILDKITE_BRANCH',
    yaml: {
      hole: run('docker build -t "app:$BUILDKITE_BRANCH" .'),
      mended: run('docker build -t "app:$$BUILDKITE_BRANCH" .'),
    },
    typescript: {
      hole: `[command({ command: interpolated('docker build -t "app:$BUILDKITE_BRANCH" .') })]`,
      mended: `[command({ command: 'docker build -t "app:$BUILDKITE_BRANCH" .' })]`,
    },
  },
  {
    name: 'the message of a commit between single quotes, filled in at upload',
    code: 'KW6001',
    at: '$BUILDKITE_MESSAGE',
    yaml: { hole: run("notify '$BUILDKITE_MESSAGE'"), mended: run('notify "$$BUILDKITE_MESSAGE"') },
    typescript: {
      hole: `[command({ command: interpolated("notify '$BUILDKITE_MESSAGE'") })]`,
      mended: `[command({ command: 'notify "$BUILDKITE_MESSAGE"' })]`,
    },
  },
  {
    name: 'a queue that a branch names',
    code: 'KW6002',
    at: '$BUILDKITE_BRANCH',
    yaml: {
      hole: step('command: make', 'agents:', '  queue: $BUILDKITE_BRANCH'),
      mended: step('command: make', 'agents:', '  queue: default'),
    },
    typescript: {
      hole: `[command({ command: 'make', agents: { queue: interpolated('$BUILDKITE_BRANCH') } })]`,
      mended: `[command({ command: 'make', agents: { queue: 'default' } })]`,
    },
  },
  {
    name: 'a plugin whose ref a fork controls',
    code: 'KW6003',
    at: { yaml: 'ours/checks#$BUILDKITE_BRANCH', typescript: '$BUILDKITE_BRANCH' },
    yaml: {
      hole: step('command: make', 'plugins:', '  - ours/checks#$BUILDKITE_BRANCH'),
      mended: step('command: make', 'plugins:', `  - ours/checks#${commit}`),
    },
    typescript: {
      hole: `[command({ command: 'make', plugins: [interpolated('ours/checks#$BUILDKITE_BRANCH')] })]`,
      mended: `[command({ command: 'make', plugins: ['ours/checks#${commit}'] })]`,
    },
  },
  {
    name: 'a tag in the option of a plugin',
    code: 'KW6004',
    at: '$BUILDKITE_TAG',
    yaml: {
      hole: step('command: make', 'plugins:', `  - ours/push#${commit}:`, '      version: $BUILDKITE_TAG'),
      mended: step('command: make', 'plugins:', `  - ours/push#${commit}:`, '      version: $BUILDKITE_BUILD_NUMBER'),
    },
    typescript: {
      hole: `[command({ command: 'make', plugins: [{ 'ours/push#${commit}': { version: interpolated('$BUILDKITE_TAG') } }] })]`,
      mended: `[command({ command: 'make', plugins: [{ 'ours/push#${commit}': { version: interpolated('$BUILDKITE_BUILD_NUMBER') } }] })]`,
    },
  },
  {
    name: "a branch in the environment of a trigger's build",
    code: 'KW6004',
    at: '$BUILDKITE_BRANCH',
    yaml: {
      hole: step('trigger: site', 'build:', '  env:', '    SOURCE: $BUILDKITE_BRANCH'),
      mended: step('trigger: site', 'build:', '  env:', '    SOURCE: $BUILDKITE_COMMIT'),
    },
    typescript: {
      hole: `[trigger({ trigger: 'site', build: { env: { SOURCE: interpolated('$BUILDKITE_BRANCH') } } })]`,
      mended: `[trigger({ trigger: 'site', build: { env: { SOURCE: interpolated('$BUILDKITE_COMMIT') } } })]`,
    },
  },
  {
    name: 'a branch that the program writes into a command',
    code: 'KW6005',
    at: 'build.branch',
    typescript: {
      hole: '({ build }) => [command({ command: `preview "${build.branch}"` })]',
      mended: '({ build }) => [command({ command: shell`preview ${build.branch}` })]',
    },
  },
  {
    name: 'a tag that a second shell reads',
    code: 'KW6006',
    at: '$BUILDKITE_TAG',
    ...literal('bash -c "make $BUILDKITE_TAG"', `bash -c 'make "$1"' _ "$BUILDKITE_TAG"`),
  },
  {
    name: 'a branch that is kept in a variable and run',
    code: 'KW6006',
    at: '$B',
    ...literal('B="$BUILDKITE_BRANCH"; eval "deploy $B"', 'B="$BUILDKITE_BRANCH"; deploy "$B"'),
  },
  {
    name: 'a branch that is printed into a shell',
    code: 'KW6006',
    at: '$BUILDKITE_BRANCH',
    ...literal('echo "deploy $BUILDKITE_BRANCH" | bash', 'deploy "$BUILDKITE_BRANCH"'),
  },
  {
    name: 'a message in a pipeline that is uploaded',
    code: 'KW6008',
    at: '$BUILDKITE_MESSAGE',
    ...literal(
      'printf "steps: [{command: echo %s}]" "$BUILDKITE_MESSAGE" | buildkite-agent pipeline upload',
      'buildkite-agent pipeline upload .buildkite/more.yml',
    ),
  },
  {
    name: 'meta-data, written from a branch, that is run',
    code: 'KW6006',
    at: '$(buildkite-agent meta-data get target)',
    ...literal(
      'buildkite-agent meta-data set target "$BUILDKITE_BRANCH"; eval "deploy $(buildkite-agent meta-data get target)"',
      'buildkite-agent meta-data set target "$BUILDKITE_BRANCH"; deploy "$(buildkite-agent meta-data get target)"',
    ),
  },
  {
    name: 'an answer that is handed to a shell',
    code: 'KW6006',
    at: 'buildkite-agent meta-data get script',
    ...literal('buildkite-agent meta-data get script | sh -e', 'make "$(buildkite-agent meta-data get target)"'),
  },
  {
    name: 'a message without quotes',
    code: 'KW6007',
    at: '$BUILDKITE_MESSAGE',
    ...literal('notes $BUILDKITE_MESSAGE', 'notes -- "$BUILDKITE_MESSAGE"'),
  },
  {
    name: 'a download that is run',
    code: 'KW6010',
    at: 'curl -fsSL https://example.com/install.sh',
    ...literal('curl -fsSL https://example.com/install.sh | bash', 'scripts/install.sh'),
  },
  {
    name: 'a tool without a version',
    code: 'KW6014',
    at: 'npx --yes prettier --check .',
    ...literal('npx --yes prettier --check .', 'npx --yes prettier@3.6.2 --check .'),
  },
  {
    name: 'the latest image',
    code: 'KW6011',
    at: { yaml: 'node:latest', typescript: "'node:latest'" },
    yaml: {
      hole: step('command: make', 'image: node:latest'),
      mended: step('command: make', `image: node:22.11.0@${digest}`),
    },
    typescript: {
      hole: `[command({ command: 'make', image: 'node:latest' })]`,
      mended: `[command({ command: 'make', image: 'node:22.11.0@${digest}' })]`,
    },
  },
  {
    name: 'an image without a digest',
    code: 'KW6012',
    at: { yaml: 'node:22.11.0', typescript: "'node:22.11.0'" },
    yaml: {
      hole: step('command: make', 'image: node:22.11.0'),
      mended: step('command: make', `image: node:22.11.0@${digest}`),
    },
    typescript: {
      hole: `[command({ command: 'make', image: 'node:22.11.0' })]`,
      mended: `[command({ command: 'make', image: 'node:22.11.0@${digest}' })]`,
    },
  },
  {
    name: 'a plugin by a tag',
    code: 'KW6013',
    at: { yaml: 'ours/checks#v1.2.0', typescript: "'ours/checks#v1.2.0'" },
    yaml: {
      hole: step('command: make', 'plugins:', '  - ours/checks#v1.2.0'),
      mended: step('command: make', 'plugins:', `  - ours/checks#${commit}`),
    },
    typescript: {
      hole: `[command({ command: 'make', plugins: ['ours/checks#v1.2.0'] })]`,
      mended: `[command({ command: 'make', plugins: ['ours/checks#${commit}'] })]`,
    },
  },
  {
    name: 'a secret for every step',
    code: 'KW6020',
    at: { yaml: 'API_TOKEN', typescript: "'API_TOKEN'" },
    yaml: {
      hole: 'secrets: [API_TOKEN]\nsteps:\n  - command: make\n',
      mended: step('command: make', 'secrets: [API_TOKEN]', 'if: build.pull_request.id == null'),
    },
    typescript: {
      hole: `{ secrets: ['API_TOKEN'], steps: [command({ command: 'make' })] }`,
      mended: `[command({ command: 'make', secrets: ['API_TOKEN'], if: 'build.pull_request.id == null' })]`,
    },
  },
  {
    name: 'a container with the whole environment',
    code: 'KW6021',
    at: 'true',
    yaml: {
      hole: step('command: make', 'plugins:', `  - docker#${commit}:`, '      propagate-environment: true'),
      mended: step('command: make', 'plugins:', `  - docker#${commit}:`, '      environment: [CI]'),
    },
    typescript: {
      hole: `[command({ command: 'make', plugins: [{ 'docker#${commit}': { 'propagate-environment': true } }] })]`,
      mended: `[command({ command: 'make', plugins: [{ 'docker#${commit}': { environment: ['CI'] } }] })]`,
    },
  },
  {
    name: "a secret in reach of a fork's pull request",
    code: 'KW6022',
    at: { yaml: 'API_TOKEN', typescript: "'API_TOKEN'" },
    yaml: {
      hole: step('command: make', 'secrets: [API_TOKEN]'),
      mended: step('command: make', 'secrets: [API_TOKEN]', 'if: build.pull_request.id == null'),
    },
    typescript: {
      hole: `[command({ command: 'make', secrets: ['API_TOKEN'] })]`,
      mended: `[command({ command: 'make', secrets: ['API_TOKEN'], if: 'build.pull_request.id == null' })]`,
    },
  },
  {
    name: 'a token passed to another pipeline',
    code: 'KW6023',
    at: { yaml: '$SITE_TOKEN', typescript: "interpolated('$SITE_TOKEN')" },
    yaml: {
      hole: step('trigger: site', 'build:', '  env:', '    SITE_TOKEN: $SITE_TOKEN'),
      mended: step('trigger: site'),
    },
    typescript: {
      hole: `[trigger({ trigger: 'site', build: { env: { SITE_TOKEN: interpolated('$SITE_TOKEN') } } })]`,
      mended: `[trigger({ trigger: 'site' })]`,
    },
  },
  {
    name: 'a token that the upload writes into the pipeline',
    code: 'KW6024',
    at: '${NPM_TOKEN}',
    yaml: { hole: run('npm publish --token ${NPM_TOKEN}'), mended: run('npm publish --token $${NPM_TOKEN}') },
    typescript: {
      hole: `[command({ command: interpolated('npm publish --token \${NPM_TOKEN}') })]`,
      mended: `[command({ command: 'npm publish --token \${NPM_TOKEN}' })]`,
    },
  },
  {
    name: 'a token too short to be redacted',
    code: 'KW4101',
    at: { yaml: '"q7z"', typescript: "'q7z'" },
    yaml: {
      hole: step('command: make', 'env:', '  API_TOKEN: "q7z"'),
      mended: step('command: make', 'secrets: [API_TOKEN]', 'if: build.pull_request.id == null'),
    },
    typescript: {
      hole: `[command({ command: 'make', env: { API_TOKEN: 'q7z' } })]`,
      mended: `[command({ command: 'make', secrets: ['API_TOKEN'], if: 'build.pull_request.id == null' })]`,
    },
  },
  {
    name: 'a deploy that a message decides',
    code: 'KW6030',
    at: 'build.message =~ /ship/',
    yaml: {
      hole: deployYaml('if: build.message =~ /ship/'),
      mended: deployYaml('if: build.branch == "main" && build.pull_request.id == null'),
    },
    typescript: {
      hole: deploy(`if: 'build.message =~ /ship/'`),
      mended: deploy(`if: 'build.branch == "main" && build.pull_request.id == null'`),
    },
  },
  {
    name: 'a deploy that an author decides',
    code: 'KW6030',
    at: 'build.author.email == "a@example.com"',
    yaml: {
      hole: deployYaml('if: build.author.email == "a@example.com"'),
      mended: deployYaml('if: build.branch == "main" && build.pull_request.id == null'),
    },
    typescript: {
      hole: deploy(`if: 'build.author.email == "a@example.com"'`),
      mended: deploy(`if: 'build.branch == "main" && build.pull_request.id == null'`),
    },
  },
  {
    name: 'a deploy by a part of a branch',
    code: 'KW6031',
    at: '/main/',
    yaml: {
      hole: deployYaml('if: build.branch =~ /main/ && build.pull_request.id == null'),
      mended: deployYaml('if: build.branch =~ /^main$/ && build.pull_request.id == null'),
    },
    typescript: {
      hole: deploy(`if: 'build.branch =~ /main/ && build.pull_request.id == null'`),
      mended: deploy(`if: 'build.branch =~ /^main$/ && build.pull_request.id == null'`),
    },
  },
  {
    name: 'a deploy by the name of a branch alone',
    code: 'KW6032',
    at: { yaml: 'build.branch == "main"', typescript: `'build.branch == "main"'` },
    yaml: {
      hole: deployYaml('if: build.branch == "main"'),
      mended: deployYaml('if: build.branch == "main" && build.pull_request.id == null'),
    },
    typescript: {
      hole: deploy(`if: 'build.branch == "main"'`),
      mended: deploy(`if: 'build.branch == "main" && build.pull_request.id == null'`),
    },
  },
  {
    name: 'an approval by anybody before a deploy',
    code: 'KW6033',
    at: { yaml: 'block: Go', typescript: 'block' },
    yaml: {
      hole: 'steps:\n  - block: Go\n  - label: Deploy\n    command: make deploy\n',
      mended: 'steps:\n  - block: Go\n    allowed_teams: [ours]\n  - label: Deploy\n    command: make deploy\n',
    },
    typescript: {
      hole: `[block({ block: 'Go' }), command({ label: 'Deploy', command: 'make deploy' })]`,
      mended: `[block({ block: 'Go', allowed_teams: ['ours'] }), command({ label: 'Deploy', command: 'make deploy' })]`,
    },
  },
  {
    name: 'a cache that pull requests write and a release reads',
    code: 'KW6040',
    at: { yaml: 'node_modules', typescript: `'node_modules'` },
    yaml: {
      hole: step('label: Publish', 'command: npm publish', 'cache: node_modules'),
      mended: step('label: Publish', 'command: npm publish'),
    },
    typescript: {
      hole: `[command({ label: 'Publish', command: 'npm publish', cache: 'node_modules' })]`,
      mended: `[command({ label: 'Publish', command: 'npm publish' })]`,
    },
  },
  {
    name: "the socket of Docker's engine in a container",
    code: 'KW6041',
    at: {
      yaml: '/var/run/docker.sock:/var/run/docker.sock',
      typescript: "'/var/run/docker.sock:/var/run/docker.sock'",
    },
    yaml: {
      hole: step(
        'command: make',
        'plugins:',
        `  - docker#${commit}:`,
        '      volumes:',
        '        - /var/run/docker.sock:/var/run/docker.sock',
      ),
      mended: step('command: make', 'plugins:', `  - docker#${commit}:`, '      volumes:', '        - .:/work'),
    },
    typescript: {
      hole: `[command({ command: 'make', plugins: [{ 'docker#${commit}': { volumes: ['/var/run/docker.sock:/var/run/docker.sock'] } }] })]`,
      mended: `[command({ command: 'make', plugins: [{ 'docker#${commit}': { volumes: ['.:/work'] } }] })]`,
    },
  },
  {
    name: 'a privileged container',
    code: 'KW6041',
    at: 'true',
    yaml: {
      hole: step('command: make', 'plugins:', `  - docker#${commit}:`, '      privileged: true'),
      mended: step('command: make', 'plugins:', `  - docker#${commit}:`, '      privileged: false'),
    },
    typescript: {
      hole: `[command({ command: 'make', plugins: [{ 'docker#${commit}': { privileged: true } }] })]`,
      mended: `[command({ command: 'make', plugins: [{ 'docker#${commit}': { privileged: false } }] })]`,
    },
  },
]
