/** What a new `.buildkite/` is made of. */
export interface ScaffoldOptions {
  /** The text of `pipeline.ts`. */
  readonly pipeline: string
  /** What npm is to install as kitewright: a version, or the path of a tarball. */
  readonly kitewright: string
}

/** The files of a new `.buildkite/`, by name: a small npm project of its own, and the only YAML a service keeps. */
export function scaffold({ pipeline, kitewright }: ScaffoldOptions): Readonly<Record<string, string>> {
  return {
    'package.json': json({ private: true, type: 'module', dependencies: { kitewright } }),
    'tsconfig.json': json({ compilerOptions, include: ['**/*'] }),
    'pipeline.ts': pipeline,
    'pipeline.yml': bootstrap,
    '.gitignore': 'node_modules/\n',
  }
}

const compilerOptions = {
  target: 'es2023',
  module: 'nodenext',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  // Node strips types but transforms nothing: these keep to what it can load.
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
}

const bootstrap = `steps:
  - label: ":pipeline: Pipeline"
    command: npm ci --prefix .buildkite && .buildkite/node_modules/.bin/kitewright upload
    timeout_in_minutes: 15
`

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
