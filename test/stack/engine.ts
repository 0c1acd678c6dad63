import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { loadBaseImages } from './base-images/load-base-images.ts'

/** A Docker engine of this run's own, with a registry beside it, both in a network of their own. */
export interface Engine {
  /** What a program needs in its environment to use it. */
  readonly env: Readonly<Record<string, string>>
  /** Where images are pushed to. */
  readonly registry: string
  /** Runs `docker`; its output, without the last line break. Throws if it fails. */
  readonly docker: (...args: readonly string[]) => string
  readonly stop: () => Promise<void>
}

const programs: Readonly<Record<string, string>> = {
  dockerd: 'docker.io',
  'docker-registry': 'docker-registry',
  'docker-compose': 'docker-compose',
  busybox: 'busybox-static',
  unshare: 'util-linux',
  ip: 'iproute2',
}

/** Starts an engine. Where it cannot be started, the reason. */
export async function startEngine(): Promise<Engine | string> {
  const reason = missing()
  if (reason !== undefined) return reason
  // Not in the tests' own folder: the names of sockets may not be long.
  const folder = mkdtempSync('/tmp/kitewright-engine-')
  writeFileSync(join(folder, 'start.sh'), start)
  const registry = '127.0.0.1:5001'
  const log = openSync(join(folder, 'engine.log'), 'a')
  const daemon = spawn('unshare', ['--net', '--mount', 'sh', join(folder, 'start.sh'), folder, registry], {
    stdio: ['ignore', log, log],
    detached: true,
  })
  const stop = async (): Promise<void> => {
    await ended(daemon.pid ?? 0)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const env = { DOCKER_HOST: `unix://${folder}/docker.sock`, DOCKER_CONFIG: join(folder, 'config') }
  mkdirSync(env.DOCKER_CONFIG)
  const docker = (...args: readonly string[]): string => runDocker(args, env)
  for (let tries = 0; tries < 300 && daemon.exitCode === null; tries++) {
    if (spawnSync('docker', ['info'], { env: { ...process.env, ...env } }).status === 0) {
      const engine = { env, registry, docker, stop }
      const problem = await triedOut(engine)
      if (problem === undefined) return engine
      await stop()
      return problem
    }
    await setTimeout(100)
  }
  const said = readFileSync(join(folder, 'engine.log'), 'utf8').trim().split('\n').slice(-3)
  await stop()
  return `dockerd does not start here: ${said.join(' | ')}`
}

function missing(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can start a Docker engine'
  const lacking = Object.keys(programs).filter((name) => spawnSync('which', [name]).status !== 0)
  if (lacking.length === 0) return undefined
  const names = lacking.map((name) => programs[name]).join(' ')
  return `${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} not installed (Debian: apt-get install ${names})`
}

/** A network with nothing in it but this, so that names of services mean something and nobody else is met. */
const start = `set -e
ip link set lo up
cat >"$1/registry.yml" <<TEXT
version: 0.1
storage: { filesystem: { rootdirectory: $1/registry } }
http: { addr: $2 }
TEXT
docker-registry serve "$1/registry.yml" >"$1/registry.log" 2>&1 &
exec dockerd --storage-driver=overlay2 --data-root "$1/data" --exec-root "$1/exec" -H "unix://$1/docker.sock" \\
  -p "$1/pid" --insecure-registry "$2"
`

/** Whether containers run: some machines let a daemon start, and none of its containers. */
async function triedOut(engine: Engine): Promise<string | undefined> {
  try {
    loadBaseImages(engine)
    engine.docker('run', '--rm', 'node:24-alpine', 'true')
    return undefined
  } catch (error) {
    return `no container runs here: ${String(error).trim().split('\n').join(' | ')}`
  }
}

function runDocker(args: readonly string[], env: Engine['env']): string {
  const { status, stdout, stderr } = spawnSync('docker', args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`docker ${args.join(' ')}: ${stderr}`)
  return stdout.trimEnd()
}

/** Ends a process and all that it started. */
async function ended(group: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (let tries = 0; tries < 100; tries++) {
      try {
        process.kill(-group, tries === 0 ? signal : 0)
      } catch {
        return
      }
      await setTimeout(100)
    }
  }
}
