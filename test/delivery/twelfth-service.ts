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
    const upload = 'npm ci --ignore-scripts --prefix .buildkite && .buildkite/node_modules/.bin/kitewright upload'

    test('init writes all that surrounds it, and says what to look over', () => {
      cpSync(sourceOf('ruby'), folder, { recursive: true })
      lockGems(folder, parts.engine)
      const set = typed(folder, `${kitewright} init --preset service --kitewright .buildkite/kitewright.tgz`)
      expect({ code: set.code, said: set.stderr.split('\n').slice(0, 4) }).toEqual({
        code: 0,
        said: [
          expect.stringMatching(
            /^wrote \.buildkite\/package\.json, .*, Dockerfile, .*, cloudformation\/prod\.parameters$/,
          ),
          'Dockerfile: it supposes Gemfile.lock, puma, and config.ru; GET /health says whether the service is well',
          'compose.yaml: its tests are "bundle exec rake test:unit" and "bundle exec rake test:integration"; the database',
          'cloudformation/test.parameters: the domain; what else service.yml asks for, of each environment',
        ],
      })
      expect(readFileSync(join(folder, '.buildkite/pipeline.yml'), 'utf8')).toContain(`command: ${upload}\n`)
    })

    test.each([
      ['render --branch main', 'stdout', '  - block: Deploy to production\n'],
      ['check --contexts', 'stderr', 'no problems found\n'],
      ['simulate --branch main --unblock deploy-to-production', 'stdout', 'main: passed after 4m\n'],
      ['prove', 'stdout', 'deploy-production  deploy-to-production  gated\n'],
    ] as const)('kitewright %s', (line, stream, says) => {
      const ended = typed(folder, `${kitewright} ${line}`)
      expect({ code: ended.code, [stream]: ended[stream] }).toEqual({
        code: 0,
        [stream]: expect.stringContaining(says),
      })
    })

    describe('its builds', () => {
      testBuilds({ name: 'refunds', folder, commit: () => push(folder, 'main'), upload }, parts)
    })
  })
}
