import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stepKeys, usedTwice } from './step-keys.ts'

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

/** How the server answers an upload otherwise than by taking it. */
export interface Trouble {
  /** A status; or the connection is cut, or nothing is ever said. */
  readonly status: number | 'cut' | 'silent'
  readonly message?: string
  /** Whether the upload is taken all the same, before the answer. */
  readonly isTaken?: boolean
  /** What a 202 comes to when the agent asks for it. */
  readonly state?: string
}

interface Answer {
  readonly status: Trouble['status']
  readonly body: unknown
  readonly location?: string
}

const token = 'job-token-of-the-stand-in'
const job = '00000000-0000-4000-8000-000000000001'

/**
 * @param troubleWith What goes wrong with an upload, each time that it arrives, if anything does.
 */
export async function startBuildApi(
  troubleWith: (upload: ArrivedUpload) => Trouble | undefined = () => undefined,
): Promise<BuildApi> {
  const uploads: ArrivedUpload[] = []
  const metaData = new Map<string, string>()
  const annotations: Annotation[] = []
  const seen = new Set<string>()
  const states = new Map<string, Trouble>()
  const keys = (): readonly string[] => uploads.flatMap(({ pipeline }) => stepKeys(pipeline.steps))

  const routes: Readonly<Record<string, (body: never) => Answer>> = {
    pipelines: ({ uuid, replace = false, pipeline }: ArrivedUpload & { readonly uuid: string }) => {
      const upload = { replace, pipeline }
      const trouble = troubleWith(upload)
      const refusal = seen.has(uuid) ? undefined : usedTwice(stepKeys(pipeline.steps), keys())
      if (trouble && trouble.isTaken !== true) return answerTo(uuid, trouble)
      if (refusal) return answerTo(uuid, refusal)
      if (!seen.has(uuid)) uploads.push(upload)
      seen.add(uuid)
      return trouble ? answerTo(uuid, trouble) : ok({})
    },
    'data/keys': () => ok([...metaData.keys()]),
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

  function answerTo(uuid: string, trouble: Trouble): Answer {
    states.set(uuid, trouble)
    const { status, message } = trouble
    return { status, body: { message }, ...(status === 202 && { location: `pipelines/${uuid}` }) }
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body, location }) => {
      if (status === 'silent') return
      if (status === 'cut') return void request.socket.destroy()
      const more =
        location === undefined ? {} : { location: `http://${request.headers.host}/v3/jobs/${job}/${location}` }
      response.writeHead(status, { 'content-type': 'application/json', ...more })
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
    const uuid = /\/pipelines\/([^/]+)$/.exec(path)?.[1]
    if (uuid !== undefined) return ok(states.get(uuid))
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
