import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../stack/engine.ts'
import { kitewrightBin } from '../temporary-folder.ts'
import { serviceRepository } from './service-repository.ts'

/** A service of each stack, which has nothing around it. */
const services = {
  ruby: { name: 'refunds', source: 'config.ru', cached: 'bundle install', large: 'ruby:3.4' },
  go: { name: 'fx-rates', source: 'main.go', cached: 'go mod download', large: 'golang:1.26-alpine' },
} as const

export type TriedStack = keyof typeof services

/** The source of the service of a stack. */
export function sourceOf(stack: TriedStack): string {
  return join(import.meta.dirname, 'services', stack)
}

/** What Bundler would write with a network, of the gems that the image has. */
export function lockGems(folder: string, { docker }: Engine): void {
  docker('run', '--rm', '--volume', `${folder}:/app`, '--workdir', '/app', 'ruby:3.4', 'bundle', 'lock', '--local')
}

/** Tries what `init` puts around a service of a stack, by Docker. */
export function testStack(stack: TriedStack, engine: Engine): void {
  const { name, source, cached, large } = services[stack]
  const { env, registry, docker } = engine
  const service = serviceRepository(name, sourceOf(stack))
  const scripts = '.buildkite/scripts'
  const push = (): string => {
    service.commit('A change')
    const { code, output, answer } = service.run(`${scripts}/docker-tag.sh`, {
      ...env,
      REGISTRY: registry,
      SERVICE: name,
    })
    expect({ code, output: code === 0 || output }).toEqual({ code: 0, output: true })
    return `${output}\n${answer}`
  }

  test('unit tests run in the image of tests', () => {
    if (stack === 'ruby') lockGems(service.folder, engine)
    const set = service.run(`'${process.execPath}' '${kitewrightBin}' init --no-install`, env)
    const { code, output } = service.run(`${scripts}/test.sh unit`, env)
    expect({ set: set.code, code, output: code === 0 || output }).toEqual({ set: 0, code: 0, output: true })
  })

  test('service and database run together, by the health check of the Dockerfile', () => {
    const { code, output } = service.run(`${scripts}/test.sh integration`, env)
    expect({ code, output: code === 0 || output }).toEqual({ code: 0, output: true })
  })

  test('a change of the service takes the packages from the cache; what is pushed is small', () => {
    push()
    appendFileSync(join(service.folder, source), '\n')
    const output = push()
    const digest = output.slice(output.lastIndexOf('\n') + 1)
    const [pushed = 0, whole = 0] = [digest, large].map((image) =>
      Number(docker('image', 'inspect', '--format', '{{.Size}}', image)),
    )
    expect({
      isCached: new RegExp(`RUN ${cached}\\n ---> Using cache`).test(output),
      isSmall: stack === 'go' ? pushed < whole / 10 : pushed < whole * 1.1,
    }).toEqual({ isCached: true, isSmall: true })
  })
}
