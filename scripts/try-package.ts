import { installRuntime } from './bench/install-runtime.ts'
import { ownTemporaryFolder } from './own-temporary-folder.ts'
import { pack, tryPackage } from './packing/trial.ts'

// Tries the packed package on other runtimes: `pnpm package:try` or `pnpm package:try 22 bun`.
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26', 'bun']

ownTemporaryFolder()
const { tarball } = pack()
for (const runtime of wanted) {
  const { version, rendered, entries } = tryPackage(tarball, installRuntime(runtime))
  const lines = rendered.split('\n').length - 1
  console.log(`${runtime}: kitewright ${version}, ${Object.keys(entries).length} entries, ${lines} lines rendered`)
}
