import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import type { Engine } from '../engine.ts'
import { goRoot } from './go-image.ts'
import { nodeRoot } from './node-image.ts'
import { postgresRoot } from './postgres-image.ts'
import { rootFolder } from './root-folder.ts'
import { rubyRoot } from './ruby-image.ts'

type Loader = Pick<Engine, 'docker'>

const path = 'ENV PATH=/usr/local/bundle/bin:/usr/local/go/bin:/usr/local/bin:/usr/bin:/bin'

/**
 * Makes the images that the Dockerfiles begin with, of what this machine has: no registry of images is asked. Under their
 * usual names, so that the Dockerfiles are what a user would write.
 */
export function loadBaseImages(engine: Loader): void {
  load(engine, nodeRoot(), ['node:24-alpine'], 'CMD ["node"]')
  load(engine, postgresRoot(), ['postgres:17-alpine'], 'ENTRYPOINT ["/usr/local/bin/start-postgres"]')
}

/** The same for services in Ruby. Where Ruby is not installed, the reason. */
export function loadRubyImages(engine: Loader): Record<never, never> | string {
  const made = rubyRoot()
  if (typeof made === 'string') return made
  load(engine, made.folder, ['ruby:3.4', 'ruby:3.4-slim'], 'ENV GEM_HOME=/usr/local/bundle', 'ENV LANG=C.UTF-8')
  return {}
}

/** The same for services in Go. Where Go is not installed, the reason. */
export function loadGoImages(engine: Loader): Record<never, never> | string {
  const made = goRoot()
  if (typeof made === 'string') return made
  load(engine, made.folder, ['golang:1.26-alpine'], 'ENV GOTOOLCHAIN=local', 'ENV GOPROXY=off')
  load(engine, rootFolder(), ['alpine:3.22'])
  return {}
}

function load({ docker }: Loader, folder: string, names: readonly string[], ...changes: readonly string[]): void {
  const archive = join(dirname(folder), 'root.tar')
  execFileSync('tar', ['-C', folder, '-cf', archive, '.'])
  const [first = '', ...others] = names
  docker('import', ...[path, ...changes].flatMap((change) => ['--change', change]), archive, first)
  for (const other of others) docker('tag', first, other)
}
