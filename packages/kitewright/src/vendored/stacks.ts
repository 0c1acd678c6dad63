/** What a service is written in, as far as there is a Dockerfile to begin with. */
export type Stack = 'node' | 'ruby' | 'go'

/** How a stack is known, and how its tests are usually run. */
export interface StackFacts {
  readonly title: string
  /** The file that a repository of it has. */
  readonly manifest: string
  readonly unitTests: string
  readonly integrationTests: string
  /** What its Dockerfile supposes, to be looked over. */
  readonly supposes: string
}

export const stacks: Readonly<Record<Stack, StackFacts>> = {
  node: {
    title: 'Node',
    manifest: 'package.json',
    unitTests: 'npm run test:unit',
    integrationTests: 'npm run test:integration',
    supposes: 'package-lock.json, and "main" in package.json',
  },
  ruby: {
    title: 'Ruby',
    manifest: 'Gemfile',
    unitTests: 'bundle exec rake test:unit',
    integrationTests: 'bundle exec rake test:integration',
    supposes: 'Gemfile.lock, puma, and config.ru',
  },
  go: {
    title: 'Go',
    manifest: 'go.mod',
    unitTests: 'go test ./...',
    integrationTests: 'go test -tags integration ./...',
    supposes: "func main in the repository's root",
  },
}
