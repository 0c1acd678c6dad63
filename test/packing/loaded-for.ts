import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Trial } from '../../scripts/packing/trial.ts'

/** The package's files that a run loads, without the hashes in their names; Node's own coverage lists them. */
export function loadedFor({ folder }: Trial, steps: string, ...args: readonly string[]): readonly string[] {
  const lib = join(folder, 'node_modules/kitewright/lib')
  const coverage = temporaryFolder()
  const file = join(folder, 'loaded.mjs')
  writeFileSync(
    file,
    `import { block, command, definePipeline, interpolated } from 'kitewright'\nexport default definePipeline([${steps}])\n`,
  )
  const env = { ...process.env, BUILDKITE: 'true', BUILDKITE_BRANCH: 'main', NODE_V8_COVERAGE: coverage }
  execFileSync(process.execPath, [join(lib, 'bin.js'), ...args, file], {
    env,
    // Where no other copy is pinned, to which this one would hand over.
    cwd: coverage,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const urls = readdirSync(coverage).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(coverage, name), 'utf8')) as {
      result: readonly { url: string }[]
    }
    return result.map(({ url }) => url)
  })
  const own = urls.filter((url) => url.startsWith(pathToFileURL(lib).href))
  return own.map((url) => basename(url).replace(/(-[\w-]{8})?\.js$/, '')).toSorted()
}
