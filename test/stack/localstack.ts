import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { root } from '../source-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { emulated } from './emulated.ts'

/** An emulator of AWS that rolls back what fails, in a network of its own. */
export interface Localstack {
  readonly env: Readonly<Record<string, string>>
  /** A line that runs another one in the emulator's network. */
  readonly inside: (line: string) => string
  readonly stop: () => void
}

/** Starts localstack: it listens for everybody, so that it gets a network with nobody in it. Where it cannot, the reason. */
export async function startLocalstack(): Promise<Localstack | string> {
  const folder = join(root, '.cache/localstack')
  if (!existsSync(join(folder, 'installed'))) return 'localstack is not installed (node scripts/install-stack.mjs)'
  if (process.getuid?.() !== 0) return 'only root can give localstack a network of its own'
  const home = temporaryFolder()
  const settings = {
    HOME: home,
    TMPDIR: home,
    DISABLE_EVENTS: '1',
    SKIP_SSL_CERT_DOWNLOAD: '1',
    SKIP_INFRA_DOWNLOADS: '1',
    DNS_ADDRESS: '0',
    GATEWAY_LISTEN: '127.0.0.1:4566',
  }
  const start = 'ip link set lo up && exec "$0" -m localstack.runtime.main'
  const server = spawn('unshare', ['--net', 'sh', '-c', start, join(folder, 'bin/python')], {
    stdio: 'ignore',
    env: { ...process.env, ...settings },
  })
  const stop = (): void => void server.kill('SIGKILL')
  const env = emulated('http://127.0.0.1:4566')
  const inside = (line: string): string => `nsenter --net=/proc/${server.pid}/ns/net ${line}`
  for (let tries = 0; tries < 60 && server.exitCode === null; tries++) {
    const asked = inside('aws cloudformation list-stacks')
    if (spawnSync('sh', ['-c', asked], { env: { ...process.env, ...env } }).status === 0) return { env, inside, stop }
    await setTimeout(500)
  }
  stop()
  return 'localstack does not start here'
}
