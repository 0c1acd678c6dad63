/** What a new `.buildkite/` is made of. */
export interface ScaffoldOptions {
  /** The text of `pipeline.ts`. */
  readonly pipeline: string
  /** What npm is to install as kitewright: a version, or the path of a tarball. */
  readonly kitewright: string
  /** What is uploaded where the pipeline cannot be made, as seen from the repository. */
  readonly fallbacks?: readonly string[] | undefined
}

/** The files of a new `.buildkite/`, by name: a small npm project of its own, and the only YAML a service keeps. */
export function scaffold({ pipeline, kitewright, fallbacks }: ScaffoldOptions): Readonly<Record<string, string>> {
  return {
    'package.json': json({ private: true, type: 'module', dependencies: { kitewright }, devDependencies }),
    'tsconfig.json': json({ compilerOptions, include: ['**/*'] }),
    'pipeline.ts': pipeline,
    'pipeline.yml': bootstrap(fallbacks),
    '.gitignore': 'node_modules/\n',
  }
}

const compilerOptions = {
  target: 'es2023',
  // Without the names of a browser, among them `status`, `name` and `event`, a misspelt variable does not compile.
  lib: ['es2023'],
  types: ['node'],
  module: 'nodenext',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  // Node strips types but transforms nothing: these keep to what it can load.
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
}

// For `process`, `Buffer` and `node:` modules: the oldest Node that kitewright runs on has them.
const devDependencies = { '@types/node': '^20.19.0' }

/** The step that uploads the pipeline. Editors complete it by the schema in its first line. */
export function bootstrap(fallbacks: readonly string[] = []): string {
  const upload = ['upload', ...fallbacks.flatMap((file) => ['--fallback', file])].join(' ')
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/buildkite/pipeline-schema/main/schema.json
steps:
  - label: ":pipeline: Pipeline"
    command: npm ci --ignore-scripts --prefix .buildkite && .buildkite/node_modules/.bin/kitewright ${upload}
    timeout_in_minutes: 15
`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
