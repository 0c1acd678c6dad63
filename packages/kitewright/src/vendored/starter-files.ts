import { join } from 'node:path'
import type { World } from '../world/world.ts'
import { readStarter } from './read-starter.ts'
import { type Stack, stacks } from './stacks.ts'

/** The stack of a repository, by the file that it has; the first if it has several. Undefined if it has none of them. */
export function findStack(repository: string, world: Pick<World, 'kindOf'>): Stack | undefined {
  const names = Object.keys(stacks) as readonly Stack[]
  return names.find((name) => world.kindOf(join(repository, stacks[name].manifest)) === 'file')
}

/** What surrounds a service, by its paths in the repository: as much of it as the repository lacks. */
export function starterFiles(
  stack: Stack,
  repository: string,
  world: Pick<World, 'kindOf'>,
): Readonly<Record<string, string>> {
  const lacks = (names: readonly string[]): boolean =>
    names.every((name) => world.kindOf(join(repository, name)) === undefined)
  const lacking = Object.entries(starters).filter(([name, { orElse = [] }]) => lacks([name, ...orElse]))
  return Object.fromEntries(lacking.map(([name, { text }]) => [name, text(stack, name)]))
}

interface Starter {
  readonly text: (stack: Stack, name: string) => string
  /** Other names that the same may have. */
  readonly orElse?: readonly string[]
}

const sameForAll: Starter['text'] = (_, name) => readStarter('any', name)

const starters: Readonly<Record<string, Starter>> = {
  Dockerfile: { text: readStarter },
  '.dockerignore': { text: sameForAll },
  'compose.yaml': {
    text: (stack, name) =>
      readStarter('any', name)
        .replace('INTEGRATION_TESTS', stacks[stack].integrationTests)
        .replace('UNIT_TESTS', stacks[stack].unitTests),
    orElse: ['compose.yml', 'docker-compose.yaml', 'docker-compose.yml'],
  },
  'cloudformation/service.yml': { text: sameForAll },
  'cloudformation/test.parameters': { text: sameForAll },
  'cloudformation/prod.parameters': { text: sameForAll },
}

/** What a person hears where no stack is known, and the repository lacks what surrounds a service. */
export function hintsWithoutStack(repository: string, world: Pick<World, 'kindOf'>): readonly string[] {
  if (world.kindOf(join(repository, 'Dockerfile')) !== undefined) return []
  const manifests = Object.values(stacks).map(({ manifest }) => manifest)
  const names = Object.keys(stacks).join('|')
  return [
    `there is no ${manifests.join(', ')} here: --stack ${names} writes a Dockerfile and what else surrounds a service`,
  ]
}

/** What a person looks over in files that were written, a line for each. */
export function hintsOf(stack: Stack, written: readonly string[]): readonly string[] {
  const hints: Readonly<Record<string, string>> = {
    Dockerfile: `it supposes ${stacks[stack].supposes}; GET /health says whether the service is well`,
    'compose.yaml': written.includes('Dockerfile')
      ? `its tests are "${stacks[stack].unitTests}" and "${stacks[stack].integrationTests}"; the database`
      : 'it supposes a stage "test" in your Dockerfile; how tests are run; the database',
    'cloudformation/test.parameters': 'the domain; what else service.yml asks for, of each environment',
  }
  return Object.entries(hints).flatMap(([name, hint]) => (written.includes(name) ? [`${name}: ${hint}`] : []))
}
