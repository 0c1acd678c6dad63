import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { setTimeout } from 'node:timers/promises'
import type { Build, BuildStep, StepState, UploadedStep } from './build.ts'
import { jobEnvironment } from './job-environment.ts'

/** The agent API of one build, on 127.0.0.1 (docs/spec/agent-api.md): real agents run its jobs. */
export interface AgentServer {
  readonly endpoint: string
  readonly registrationToken: string
  /** Tells every agent that asks to go home. */
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Call {
  readonly method: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly token: string
  readonly body: Buffer
}

const fine: Answer = { status: 200, body: {} }
const refused: Answer = { status: 401, body: { message: 'wrong token' } }
const unknown = (what: string): Answer => ({ status: 404, body: { message: `no ${what}` } })

export async function startAgentServer(build: Build): Promise<AgentServer> {
  const registrationToken = randomUUID()
  const agents = new Map<string, { readonly name: string; job?: BuildStep | undefined }>()
  const blobs = new Map<string, string>()
  const closing = new AbortController()

  /** Holds a ping open until there is work: an agent that asks by itself asks once a second. */
  async function ping(token: string): Promise<Answer> {
    const agent = agents.get(token)
    if (agent === undefined) return refused
    for (let tries = 0; tries < 400 && !closing.signal.aborted; tries++) {
      agent.job ??= build.take()
      if (agent.job !== undefined) return { status: 200, body: { job: { id: agent.job.job } } }
      await setTimeout(50)
    }
    return { status: 200, body: closing.signal.aborted ? { action: 'disconnect' } : {} }
  }

  function accept(token: string): Answer {
    const agent = agents.get(token)
    if (agent?.job === undefined) return refused
    const { job: step, name } = agent
    agent.job = undefined
    const env = jobEnvironment(build, step, name)
    return {
      status: 200,
      body: { id: step.job, state: 'accepted', token: step.token, chunks_max_size_bytes: 102_400, env },
    }
  }

  async function answer({ method, path, query, token, body }: Call): Promise<Answer> {
    const [area = '', id = '', ...rest] = path
    const json = (): Readonly<Record<string, never>> => JSON.parse(body.toString() || '{}') as never
    if (area === 'register') {
      if (token !== registrationToken) return refused
      const access = randomUUID()
      const { name } = json() as unknown as { readonly name: string }
      agents.set(access, { name })
      const intervals = { ping_interval: 1, job_status_interval: 1, heartbeat_interval: 60 }
      return { status: 200, body: { id: randomUUID(), name, access_token: access, meta_data: [], ...intervals } }
    }
    if (area === 'connect' || area === 'disconnect' || area === 'heartbeat') return fine
    if (area === 'ping') return ping(token)
    if (area === 'blob') {
      build.artifacts.set(blobs.get(id) ?? id, body.toString())
      return { status: 200, headers: { etag: 'kept' } }
    }
    if (area === 'steps') return outcome(build, id, token)
    if (area !== 'jobs') return unknown(`route ${path.join('/')}`)
    if (rest[0] === 'accept') return accept(token)
    const step = build.steps.find(({ job }) => job === id)
    if (step === undefined || step.token !== token) return refused
    const route = `${method} ${rest.join('/')}`
    if (route === 'POST chunks') {
      step.chunks.set(Number(query.get('offset')), gunzipSync(body).toString())
      return fine
    }
    return jobCall(route, step, json())
  }

  function jobCall(route: string, step: BuildStep, given: Readonly<Record<string, never>>): Answer {
    switch (route) {
      case 'PUT start':
      case 'PUT artifacts':
        return fine
      case 'GET ':
        return { status: 200, body: { state: 'running' } }
      case 'PUT finish':
        build.finish(step, given['exit_status'] ?? '-1')
        return fine
      case 'POST pipelines': {
        const { uuid, pipeline } = given as unknown as { uuid: string; pipeline: { steps: readonly UploadedStep[] } }
        build.add(uuid, pipeline.steps)
        return fine
      }
      case 'POST artifacts':
        return created(given['artifacts'] ?? [])
      case 'POST annotations':
        build.annotations.set(given['context'] ?? 'default', given as never)
        return fine
      case 'POST data/set':
        build.metaData.set(given['key'] ?? '', given['value'] ?? '')
        return fine
      case 'POST data/keys':
        return { status: 200, body: [...build.metaData.keys()] }
      case 'POST data/exists':
        return { status: 200, body: { exists: build.metaData.has(given['key'] ?? '') } }
      case 'POST data/get': {
        const key = given['key'] ?? ''
        return build.metaData.has(key)
          ? { status: 200, body: { key, value: build.metaData.get(key) } }
          : unknown(`meta-data ${key}`)
      }
      default:
        return unknown(`route ${route}`)
    }
  }

  /** Says where each artifact's bytes are put. The path is no secret's place, but this server is gone with its build. */
  function created(artifacts: readonly { readonly path: string }[]): Answer {
    const ids = artifacts.map(({ path }) => {
      const id = randomUUID()
      blobs.set(id, path)
      return id
    })
    const put = (id: string): object => ({
      actions: [{ url: `${endpoint}/blob/${id}`, method: 'PUT', part_number: 1 }],
    })
    const post = { data: {}, action: { url: endpoint, method: 'POST', path: '/v3/blob/form', file_input: 'file' } }
    const per_artifact_instructions = Object.fromEntries(ids.map((id) => [id, put(id)]))
    return {
      status: 200,
      body: { id: randomUUID(), artifact_ids: ids, upload_instructions: post, per_artifact_instructions },
    }
  }

  const server = createServer((request, response) => {
    void callOf(request)
      .then(answer)
      .catch((error: unknown) => ({ status: 500, body: { message: String(error) } }))
      .then((answered) => send(response, answered))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`
  return {
    endpoint,
    registrationToken,
    close: () => {
      closing.abort()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}

function outcome(build: Build, step: string, token: string): Answer {
  if (!build.steps.some((each) => each.token === token)) return refused
  if (!build.steps.some(({ id, uploaded }) => id === step || uploaded.key === step)) return unknown(`step ${step}`)
  const outcomes: Partial<Record<StepState, string>> = {
    passed: 'passed',
    'soft failed': 'soft_failed',
    failed: 'hard_failed',
  }
  return { status: 200, body: { output: outcomes[build.step(step).state] ?? '' } }
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '', 'http://127.0.0.1')
  return {
    method: request.method ?? '',
    path: url.pathname
      .replace(/^\/v3\//, '')
      .split('/')
      .map(decodeURIComponent),
    query: url.searchParams,
    token: (request.headers.authorization ?? '').replace(/^Token /, ''),
    body: await buffer(request),
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body === undefined ? '' : JSON.stringify(body))
}
