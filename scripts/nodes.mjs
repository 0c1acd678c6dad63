// Installs Node versions that kitewright serves, for the tests in test/nodes: the oldest ones of a kind, the newest ones.
// Apart from the workspace's own packages: each is a download of some 60 MB and unpacks to 190 MB.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20.19.0', '22.12.0', '22.18.0', '22', '24', '26']
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
