import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { serviceFolder } from '../temporary-folder.ts'

/** What a command prints of single builds, beside a configuration: its exit code, and what goes to the screen. */
async function printed(pipeline: string, config: object | undefined, ...argv: readonly string[]): Promise<string> {
  return (await allPrinted(pipeline, config, ...argv)).replace(/\nacross builds[^]*/, '')
}

async function allPrinted(pipeline: string, config: object | undefined, ...argv: readonly string[]): Promise<string> {
  const folder = serviceFolder({
    '.buildkite/pipeline.ts': pipeline,
    ...(config && { 'kitewright.config.json': JSON.stringify(config) }),
  })
  const world = memoryWorld(join(folder, '.buildkite'))
  const code = await main(argv, world)
  return `${code}\n${world.printed.stdout}${world.printed.stderr}`
}

const pipeline = `import { block, command, definePipeline } from 'kitewright'
const unit = command({ label: 'Unit', command: 'scripts/test' })
const release = block({ block: 'Release', depends_on: unit })
export default definePipeline(({ build }) => [
  unit,
  release,
  command({ label: 'Ship', command: 'scripts/ship', depends_on: build.branch === 'release/1' ? unit : release }),
])
`

test('the configuration says what deploys, and for which builds it is proved too', async () => {
  expect(await printed(pipeline, undefined, 'prove')).toMatch(/^0\nnothing to prove: .*"deploys" in kitewright.config/)
  const deploys = ['sh*']
  expect(await printed(pipeline, { deploys }, 'prove')).toMatch(/^0\nstep +behind\nship +release +gated\n/)
  const more = await printed(pipeline, { deploys, contexts: [{ branch: 'release/1' }] }, 'prove')
  expect(more).toBe(`1
step  behind
ship  release  gated except in branch release/1

in branch release/1, step "ship" starts though nobody continued block "release"
- step "ship" waits for step "unit": passed
`)
})

const mayBePassed = pipeline.replace("block: 'Release'", "block: 'Release', if: 'build.message != \"now\"'")
const passable = mayBePassed
  .replace('({ build })', '()')
  .replace("build.branch === 'release/1' ? unit : release", '[unit, release]')

test('check warns of a deploy that may pass its block, and of what the team calls one', async () => {
  expect(await printed(passable, undefined, 'check')).toMatch(/^0\nno problems found/)
  const told = await printed(passable, { deploys: ['ship'] }, 'check')
  expect(told).toContain('warning[KW3119]: step "ship" may start though nobody continued block "release" before it\n')
  expect(told).toContain('build.message is "now"; step "ship" waits for step "unit": passed; block "release": skipped')
  expect(await printed(passable, { deploys: ['ship'], raise: ['KW3119'] }, 'check')).toMatch(/^1\nerror\[KW3119\]/)
})

test('what is rendered is not asked for warnings that take a proof, but is refused where they are raised', async () => {
  for (const command of [['render'], ['upload', '--dry-run']]) {
    const [warned, refused] = [
      await printed(passable, { deploys: ['ship'] }, ...command),
      await printed(passable, { deploys: ['ship'], raise: ['KW3119'] }, ...command),
    ]
    expect([warned.slice(0, 2), warned.includes('KW3119')]).toEqual(['0\n', false])
    expect(refused).toMatch(/^1\nerror\[KW3119\]: step "ship" may start though nobody continued block "release"/)
  }
})

test('the configuration says which deploys refuse what is older', async () => {
  const deploying = pipeline
    .replace("command: 'scripts/ship'", "command: 'kubectl apply -f x', concurrency: 1, concurrency_group: 'x'")
    .replace('({ build }) => [', '() => [')
    .replace("build.branch === 'release/1' ? unit : release", 'release')
  const deploys = ['ship']
  expect(await printed(deploying, { deploys }, 'check')).toContain('warning[KW3120]')
  const guards = { 'sh*': 'the cluster refuses older images' }
  expect(await printed(deploying, { deploys, guards }, 'check')).toMatch(/^0\nno problems found/)
  expect(await allPrinted(deploying, { deploys, guards }, 'prove')).toContain(
    'ship: its team says what refuses an older one: the cluster refuses older images; the concurrency group "x" lets in one job',
  )
  expect(await printed(deploying, { guards: { ship: '' } }, 'check')).toMatch(/^1\nerror/)
})

test('what a preset makes is known by its script, whatever it is called', async () => {
  const text = `import { command, definePipeline } from 'kitewright'
import { deploy, dockerImage, rollback } from 'kitewright/presets'
const image = dockerImage({ service: 'deploy', key: 'deploy-image' })
const ship = deploy({ service: 'deploy', environment: 'prod', key: 'ship', label: 'Ship', depends_on: image })
export default definePipeline([
  image,
  ship,
  rollback({ service: 'deploy', environment: 'prod', key: 'deploy-back', after: 'ship' }),
])
`
  expect(await printed(text, undefined, 'prove')).toBe(
    '0\nstep  behind\nship  –       not gated: no block stands before it\n',
  )
})
