import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { serviceFolder } from '../temporary-folder.ts'

// As a new user would try it: no gates are declared.
const head = `import { block, command, definePipeline } from 'kitewright'
const unit = command({ label: 'Unit', command: 'scripts/test' })
const image = command({ label: 'Image', command: 'scripts/image', depends_on: unit })
const release = block({ block: 'Release', depends_on: image })
`

interface Tried {
  readonly hole: string
  readonly mended: string
  readonly told: string
}

const tried: Readonly<Record<string, Tried>> = {
  'a dependency past the block': {
    hole: `const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', depends_on: image })
export default definePipeline([unit, image, release, deploy])`,
    mended: `const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', depends_on: [image, release] })
export default definePipeline([unit, image, release, deploy])`,
    told: `deploy  release  not gated: it does not wait for it

in a pull request, step "deploy" starts though nobody continued block "release"
- step "deploy" waits for step "image": passed, started after step "unit"`,
  },
  'depends_on: []': {
    hole: `const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', depends_on: [] })
export default definePipeline([unit, image, release, deploy])`,
    mended: `const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod' })
export default definePipeline([unit, image, release, deploy])`,
    told: `deploy  release  not gated: it does not wait for it

in a pull request, step "deploy" starts though nobody continued block "release"
- step "deploy" waits for nothing`,
  },
  'a block with an if that may be false': {
    hole: `const onMain = block({ ...release, if: 'build.branch == "main"' })
const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', depends_on: onMain })
export default definePipeline([unit, image, onMain, deploy])`,
    mended: `const onMain = block({ ...release, if: 'build.branch == "main"' })
const deploy = command({
  label: 'Deploy', command: 'scripts/deploy prod', depends_on: onMain, if: 'build.branch == "main"',
})
export default definePipeline([unit, image, onMain, deploy])`,
    told: `deploy  release  gated except in a pull request when build.branch is "feature/x"

in a pull request, step "deploy" starts though nobody continued block "release"
- build.branch is "feature/x"
- step "deploy" waits for block "release": skipped: \`if\` is false, build.branch is "feature/x"`,
  },
  'an ignored step between': {
    hole: `const notes = command({ label: 'Notes', command: 'scripts/notes', depends_on: release, if: 'build.tag != null' })
const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', depends_on: notes })
export default definePipeline([unit, image, release, notes, deploy])`,
    mended: `const notes = command({ label: 'Notes', command: 'scripts/notes', depends_on: release, if: 'build.tag != null' })
const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', depends_on: [notes, release] })
export default definePipeline([unit, image, release, notes, deploy])`,
    told: `deploy  release  gated except in a pull request

in a pull request, step "deploy" starts though nobody continued block "release"
- step "deploy" waits for step "notes": skipped: \`if\` is false, build.tag is null`,
  },
  raw: {
    hole: `const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', raw: { depends_on: 'image' } })
export default definePipeline([unit, image, release, deploy])`,
    mended: `const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', raw: { depends_on: ['image', 'release'] } })
export default definePipeline([unit, image, release, deploy])`,
    told: `deploy  release  not gated: it does not wait for it

in a pull request, step "deploy" starts though nobody continued block "release"
- step "deploy" waits for step "image": passed, started after step "unit"`,
  },
  'a failure before the block that is tolerated': {
    hole: `const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod', allow_dependency_failure: true })
export default definePipeline([unit, image, release, deploy])`,
    mended: `const deploy = command({ label: 'Deploy', command: 'scripts/deploy prod' })
export default definePipeline([unit, image, release, deploy])`,
    told: `deploy  release  gated except in a pull request when step "unit" fails

in a pull request, step "deploy" starts though nobody continued block "release"
- step "unit" fails
- step "deploy" waits for block "release": not started: step "image" did not run, since step "unit" failed with exit status 1`,
  },
}

async function kitewright(code: string, ...argv: readonly string[]): Promise<string> {
  const world = memoryWorld(join(serviceFolder({ '.buildkite/pipeline.ts': `${head}${code}\n` }), '.buildkite'))
  const status = await main(argv, world)
  // What several builds do to each other is another question.
  return `${status}\n${world.printed.stdout.replace(/\nacross builds[^]*/, '')}`
}

test.each(Object.entries(tried))('%s: found and told, mended and proved', async (_, { hole, mended, told }) => {
  expect(await kitewright(hole, 'prove')).toBe(`1\nstep    behind\n${told}\n`)
  expect(await kitewright(hole, 'check')).toMatch(/^warning\[KW(?:3101|3119)\]: step "deploy" /m)
  expect(await kitewright(mended, 'prove')).toMatch(
    /^0\nstep +behind\ndeploy +release +gated\n\nproved for a pull request;/,
  )
  expect(await kitewright(mended, 'check')).toBe('0\n')
})
