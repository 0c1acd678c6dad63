import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One upload as it arrived (docs/spec/agent-api.md §5). */
export interface ArrivedUpload {
  readonly replace: boolean
  readonly pipeline: { readonly steps: readonly unknown[]; readonly [attribute: string]: unknown }
}

export interface Annotation {
  readonly style: string
  readonly context: string
  readonly body: string
}

/** A stand-in for the part of the agent API that a job's uploads need: one build, one job, on 127.0.0.1. */
export interface BuildApi {
  readonly uploads: readonly ArrivedUpload[]
  readonly metaData: ReadonlyMap<string, string>
  readonly annotations: readonly Annotation[]
  /** What the uploading job has in its environment. */
  readonly env: Readonly<Record<string, string>>
  /** Keys of all steps of the build, in groups too. */
  readonly keys: () => readonly string[]
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

const token = 'job-token-of-the-stand-in'
const job = '00000000-0000-4000-8000-000000000001'

/**
 * @param refuse Says why an upload is refused, if so: status and message.
 */
export async function startBuildApi(
  refuse: (upload: ArrivedUpload) => { readonly status: number; readonly message: string } | undefined = () =>
    undefined,
): Promise<BuildApi> {
  const uploads: ArrivedUpload[] = []
  const metaData = new Map<string, string>()
  const annotations: Annotation[] = []
  const seen = new Set<string>()
  const keys = (): readonly string[] => uploads.flatMap(({ pipeline }) => keysOf(pipeline.steps))

  const routes: Readonly<Record<string, (body: never) => Answer>> = {
    pipelines: ({ uuid, replace = false, pipeline }: ArrivedUpload & { readonly uuid: string }) => {
      if (seen.has(uuid)) return ok({})
      const upload = { replace, pipeline }
      const refusal = refuse(upload) ?? usedTwice(keysOf(pipeline.steps), keys())
      if (refusal) return { status: refusal.status, body: { message: refusal.message } }
      seen.add(uuid)
      uploads.push(upload)
      return ok({})
    },
    'data/set': ({ key, value }: { readonly key: string; readonly value: string }) => {
      metaData.set(key, value)
      return ok({})
    },
    'data/get': ({ key }: { readonly key: string }) =>
      metaData.has(key) ? ok({ key, value: metaData.get(key) }) : { status: 404, body: { message: 'no such key' } },
    annotations: (annotation: Annotation) => {
      annotations.push(annotation)
      return ok({})
    },
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })

  async function answer(request: IncomingMessage): Promise<Answer> {
    const body = await readBody(request)
    if (request.headers.authorization !== `Token ${token}`) return { status: 401, body: { message: 'wrong token' } }
    const [path = ''] = (request.url ?? '').split('?')
    const step = /^\/v3\/steps\/([^/]+)\/export$/.exec(path)?.[1]
    if (step !== undefined) {
      return keys().includes(decodeURIComponent(step))
        ? ok({ output: step })
        : { status: 404, body: { message: 'no such step' } }
    }
    const route = routes[path.replace(`/v3/jobs/${job}/`, '')]
    return route ? route(body as never) : { status: 404, body: { message: `no route ${path}` } }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    uploads,
    metaData,
    annotations,
    keys,
    env: {
      BUILDKITE: 'true',
      BUILDKITE_AGENT_ENDPOINT: `http://127.0.0.1:${port}/v3`,
      BUILDKITE_AGENT_ACCESS_TOKEN: token,
      BUILDKITE_JOB_ID: job,
      BUILDKITE_BUILD_ID: '00000000-0000-4000-8000-000000000002',
      BUILDKITE_STEP_ID: '00000000-0000-4000-8000-000000000003',
      BUILDKITE_BRANCH: 'main',
      BUILDKITE_COMMIT: '0123456789012345678901234567890123456789',
      BUILDKITE_NO_HTTP2: 'true',
    },
    close: () => closed(server),
  }
}

function ok(body: unknown): Answer {
  return { status: 200, body }
}

function keysOf(steps: readonly unknown[]): readonly string[] {
  return steps.flatMap((step) => {
    if (typeof step !== 'object' || step === null) return []
    const { key, steps: children = [] } = step as { readonly key?: string; readonly steps?: readonly unknown[] }
    return [...(key === undefined ? [] : [key]), ...keysOf(children)]
  })
}

function usedTwice(
  wanted: readonly string[],
  used: readonly string[],
): { readonly status: number; readonly message: string } | undefined {
  const key = wanted.find((candidate) => used.includes(candidate))
  if (key === undefined) return undefined
  return { status: 422, message: `The key "${key}" has already been used by another step in this build` }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : JSON.parse(text)
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => void server.close(() => resolve()))
}
