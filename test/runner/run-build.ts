import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Agent } from '../agent/agent.ts'
import { type AgentServer, startAgentServer } from './agent-server.ts'
import type { Build } from './build.ts'

/** Agents at work on a build. */
export interface RunningBuild {
  /** Settles when nothing can go on without a person. */
  readonly rest: () => Promise<void>
  /** Sends the agents home. */
  readonly end: () => Promise<void>
}

export interface RunOptions {
  readonly agent: Agent
  /** Where jobs have their checkouts. */
  readonly builds: string
  /** What the agents have in their environment. */
  readonly env: NodeJS.ProcessEnv
  readonly agents?: number
}

/** Has real agents run a build. */
export async function runBuild(build: Build, { agent, builds, env, agents = 3 }: RunOptions): Promise<RunningBuild> {
  const server = await startAgentServer(build)
  // A socket's path may not be long.
  const folder = mkdtempSync('/tmp/kitewright-run-')
  const child = startAgents(agent, server, { folder, builds, env, agents })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(String(text)))
  return {
    rest: async () => {
      while (!build.rests) {
        if (child.exitCode !== null) throw new Error(`the agents are gone: ${said.join('')}`)
        await setTimeout(50)
      }
    },
    end: async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined
      const closed = server.close()
      await ended
      await closed
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function startAgents(
  { program }: Agent,
  { endpoint, registrationToken }: AgentServer,
  {
    folder,
    builds,
    env,
    agents,
  }: { readonly folder: string; readonly builds: string; readonly env: NodeJS.ProcessEnv; readonly agents: number },
): ChildProcess {
  for (const name of ['hooks', 'plugins']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'token'), registrationToken, { mode: 0o600 })
  const options = {
    config: '/dev/null',
    endpoint,
    token: `file://${join(folder, 'token')}`,
    name: 'local-%spawn',
    spawn: String(agents),
    'build-path': builds,
    'hooks-path': join(folder, 'hooks'),
    'plugins-path': join(folder, 'plugins'),
    'sockets-path': join(folder, 's'),
    'ping-mode': 'poll-only',
    // A server that is gone leaves no agent behind.
    'disconnect-after-idle-timeout': '300',
  }
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  return spawn(program, ['start', ...flags, '--no-color', '--no-ssh-keyscan', '--no-pty'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
