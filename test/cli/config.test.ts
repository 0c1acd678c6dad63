import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { root } from '../source-files.ts'
import { serviceFolder } from '../temporary-folder.ts'

const pipeline = `import { command, definePipeline } from 'kitewright'
export default definePipeline(({ build }) => [
  build.branch === 'release/1'
    ? command({ label: 'Release', command: 'a', depends_on: 'gone' })
    : command({ label: 'Unit', command: 'a', plugins: ['docker#v5'], env: { 'A-B': '1' } }),
])
`

/** The code, severity and place of each diagnostic beside a configuration. */
async function found(config: unknown, ...argv: readonly string[]): Promise<readonly string[]> {
  const text = typeof config === 'string' ? config : JSON.stringify(config)
  const folder = serviceFolder({ '.buildkite/pipeline.ts': pipeline, 'kitewright.config.json': text })
  const world = memoryWorld(join(folder, '.buildkite'))
  await main(['check', '--format', 'json', ...argv], world)
  const { diagnostics } = JSON.parse(world.printed.stdout) as {
    diagnostics: { code: string; severity: string; message: string; line: number; column: number }[]
  }
  return diagnostics.map(({ code, severity, line, column, message }) =>
    code === 'KW5091' ? `${line}:${column} ${message}` : `${code} ${severity}`,
  )
}

describe('kitewright.config.json', () => {
  test('says which diagnostics are errors, permitted, and asked for', async () => {
    expect(await found({ $schema: './x.json' })).toEqual(['KW3307 warning'])
    expect(await found({ raise: ['KW33'] })).toEqual(['KW3307 error'])
    expect(await found({ allow: { KW3307: 'read by our own agent' } })).toEqual([])
    expect(await found({ also: ['KW5007'], deploys: ['*prod*'] })).toEqual(['KW5007 info', 'KW3307 warning'])
  })

  test('permits and raises what is told of the files around a pipeline too', async () => {
    const folder = serviceFolder({
      '.buildkite/pipeline.ts': `import { command, definePipeline } from 'kitewright'
export default definePipeline(({ affects }) => [affects('gone/**') && command({ label: 'Unit', command: 'a' })])
`,
    })
    execFileSync('git', ['init', '--quiet', folder])
    const told = async (config: object): Promise<string> => {
      writeFileSync(join(folder, 'kitewright.config.json'), JSON.stringify(config))
      const world = memoryWorld(folder)
      const code = await main(['check', '--changed', 'x'], world)
      return `${code} ${/\w+\[\w+\]/.exec(world.printed.stdout)?.[0] ?? 'nothing'}`
    }
    expect([
      await told({}),
      await told({ raise: ['KW3090'] }),
      await told({ allow: { KW3090: 'made by a script', KW5090: 'ours' } }),
    ]).toEqual(['0 warning[KW3090]', '1 error[KW3090]', '0 nothing'])
  })

  test('names builds that are looked at too', async () => {
    expect(await found({ contexts: [{ branch: 'release/1' }] })).toEqual(['KW1002 error', 'KW3307 warning'])
  })

  test('is told its mistakes at their places', async () => {
    const text =
      '{\n  "rais": [],\n  "raise": ["KW99", 1],\n  "allow": { "KW1002": "x", "KW3307": "" },\n  "contexts": [{ "brach": "x" }]\n}\n'
    expect(await found(text)).toEqual([
      '2:3 "rais" is not a setting; did you mean "raise"?',
      '3:21 "raise.1" wants codes, such as "KW3101"',
      '4:39 "allow.KW3307" wants the reason, in a text',
      '5:18 "contexts.0.brach" is not a setting; did you mean "branch"?',
      'KW3307 warning',
    ])
    expect(await found({ raise: ['KW99'], allow: { KW1002: 'x', KW0: 'y' } })).toEqual([
      '1:11 "raise.0" is "KW99", which no code begins with',
      '1:28 "allow.KW1002" cannot be permitted: Buildkite refuses it, or kitewright',
      '1:41 "allow.KW0" is not a diagnostic',
      'KW3307 warning',
    ])
    expect(await found('{ "raise": [ }')).toEqual(['1:14 this is not JSON: Unexpected token', 'KW3307 warning'])
    expect(await found('{ "raise": wrong() }')).toEqual(['1:12 this is not JSON', 'KW3307 warning'])
    expect(await found('[]')).toEqual(['1:1 the configuration wants a map of settings', 'KW3307 warning'])
  })

  test('holds for upload and render', async () => {
    const folder = serviceFolder({
      '.buildkite/pipeline.ts': pipeline,
      '.buildkite/kitewright.config.json': '{ "raise": ["KW3307"] }',
    })
    for (const argv of [['upload', '--dry-run'], ['render']]) {
      const world = memoryWorld(folder)
      const code = await main(argv, world)
      expect({ code, first: world.printed.stderr.slice(0, 13) }).toEqual({ code: 1, first: 'error[KW3307]' })
    }
  })

  test('has a schema that takes what is right and refuses what is wrong', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8')) as object
    const isRight = new Ajv({ strict: false }).compile(schema)
    const right = {
      $schema: 'x',
      raise: ['KW3101'],
      also: ['KW5'],
      allow: { KW5001: 'our mirror pins' },
      contexts: [{ branch: 'release/1' }],
      deploys: ['*deploy*prod*'],
    }
    expect(
      [right, {}, { rais: [] }, { allow: { KW5001: '' } }, { contexts: [{ x: 1 }] }].map((each) => isRight(each)),
    ).toEqual([true, true, false, false, false])
  })
})
