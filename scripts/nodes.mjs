// Installs the Node versions that kitewright serves, beside the one at hand, for the tests in test/nodes.
// Apart from the workspace's own packages: each is a download of some 60 MB and unpacks to 190 MB.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24', '26']
for (const version of versions) {
  const folder = join(import.meta.dirname, '..', '.cache', 'nodes', version)
  if (existsSync(join(folder, 'node_modules', 'node', 'bin'))) continue
  mkdirSync(folder, { recursive: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--prefix', folder, `node@${version}`], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
