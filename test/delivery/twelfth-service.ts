import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { installTarball } from '../first-hour/install-tarball.ts'
import { push, trialRepository, typed } from '../first-hour/trial-repository.ts'
import { describeWith } from '../stack/describe-with.ts'
import { type Parts, testBuilds } from './delivered-builds.ts'
import { lockGems, sourceOf } from './stack-service.ts'

/** What a new user does who has an empty repository: a service in Ruby, delivered by the package as it is packed. */
export function testTwelfthService(parts: Parts): void {
  describeWith('with the package as it is packed', installTarball(), ({ tarball, kitewright }) => {
    const folder = trialRepository(tarball, {}, 'refunds')
    const upload = 'npm ci --prefix .buildkite && .buildkite/node_modules/.bin/kitewright upload'

    test('init writes all that surrounds it', () => {
      cpSync(sourceOf('ruby'), folder, { recursive: true })
      lockGems(folder, parts.engine)
      const set = typed(folder, `${kitewright} init --preset service --kitewright .buildkite/kitewright.tgz`)
      expect({ code: set.code, said: set.stderr }).toEqual({ code: 0, said: '' })
      expect(readFileSync(join(folder, '.buildkite/pipeline.yml'), 'utf8')).toContain(`command: ${upload}\n`)
    })

    test.each([
      'render --branch main',
      'check --contexts',
      'simulate --branch main --unblock deploy-to-production',
      'prove',
    ])('%s', (line) => {
      const { code, stdout, stderr } = typed(folder, `${kitewright} ${line}`)
      expect({ code, stdout, stderr }).toMatchObject({ code: 0 })
    })

    describe('its builds', () => {
      testBuilds({ name: 'refunds', folder, commit: () => push(folder, 'main'), upload }, parts)
    })
  })
}
