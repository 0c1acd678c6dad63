import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Ajv } from 'ajv'

/** One request that a system was sent, and took or refused. */
export interface Taken {
  readonly system: string
  readonly path: string
  readonly body: unknown
}

/** Systems that are told of deployments, on 127.0.0.1: they take what their documentation says, and refuse the rest. */
export interface MarkerServers {
  /** What `deploy-marker` needs in its environment to use them. */
  readonly env: Readonly<Record<string, string>>
  /** What was taken, in order. */
  readonly taken: Taken[]
  /** What was refused, and why. */
  readonly refused: string[]
  /** Answers to the next requests, instead of the usual ones. */
  readonly answers: (readonly [status: number, body: string])[]
  readonly stop: () => void
}

/** What is secret: it may stand in no output, and in no argument of a program. */
export const secrets = {
  NEW_RELIC_API_KEY: 'NRAK-SECRETSECRETSECRET',
  SENTRY_AUTH_TOKEN: 'sntrys_secret"with\\marks',
  SPLUNK_HEC_TOKEN: '00000000-secret-0000-0000-000000000000',
  PAGERDUTY_ROUTING_KEY: 'secretsecretsecretsecretsecret00',
} as const

const line = { type: 'string', minLength: 1, pattern: '^[^\\n]*$' }
const time = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' }
const address = { type: 'string', pattern: '^https?://' }
const closed = (required: readonly string[], properties: object): object => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
})

interface Endpoint {
  readonly system: string
  readonly path: RegExp
  /** The header that says who asks, and what it has to say. */
  readonly header?: readonly [name: string, value: string]
  readonly body: object
  readonly answer: readonly [status: number, body: unknown]
}

/** As documented: of each body the fields that may be there, and no others. */
const endpoints: readonly Endpoint[] = [
  {
    // docs/spec/deploy-markers.md §1
    system: 'new-relic',
    path: /^\/graphql$/,
    header: ['api-key', secrets.NEW_RELIC_API_KEY],
    body: closed(['query', 'variables'], {
      query: { type: 'string', pattern: '^mutation.*ChangeTrackingDeploymentInput!.*changeTrackingCreateDeployment' },
      variables: closed(['deployment'], {
        deployment: closed(['entityGuid', 'version'], {
          ...Object.fromEntries(
            ['entityGuid', 'version', 'commit', 'changelog', 'description', 'user', 'groupId'].map((name) => [
              name,
              line,
            ]),
          ),
          deepLink: address,
          deploymentType: { enum: ['BASIC', 'BLUE_GREEN', 'CANARY', 'OTHER', 'ROLLING', 'SHADOW'] },
          timestamp: { type: 'integer', minimum: 1e12 },
        }),
      }),
    }),
    answer: [200, { data: { changeTrackingCreateDeployment: { deploymentId: '7' } } }],
  },
  {
    // docs/spec/deploy-markers.md §2
    system: 'sentry',
    path: /^\/api\/0\/organizations\/acme\/releases\/$/,
    header: ['authorization', `Bearer ${secrets.SENTRY_AUTH_TOKEN}`],
    body: closed(['version', 'projects'], {
      version: line,
      ref: line,
      url: address,
      projects: { type: 'array', items: line, minItems: 1 },
      dateReleased: time,
      commits: {
        type: 'array',
        items: closed(['id'], {
          ...Object.fromEntries(
            ['id', 'repository', 'message', 'author_name', 'author_email'].map((name) => [name, line]),
          ),
          timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}(Z|[+-]\\d\\d:\\d\\d)$' },
        }),
      },
    }),
    answer: [201, { version: 'v', commitCount: 1 }],
  },
  {
    // docs/spec/deploy-markers.md §2
    system: 'sentry',
    path: /^\/api\/0\/organizations\/acme\/releases\/[^/]+\/deploys\/$/,
    header: ['authorization', `Bearer ${secrets.SENTRY_AUTH_TOKEN}`],
    body: closed(['environment'], {
      environment: line,
      name: line,
      url: address,
      dateStarted: time,
      dateFinished: time,
      projects: { type: 'array', items: line },
    }),
    answer: [201, { id: '7', environment: 'prod' }],
  },
  {
    // docs/spec/deploy-markers.md §3
    system: 'splunk',
    path: /^\/services\/collector\/event$/,
    header: ['authorization', `Splunk ${secrets.SPLUNK_HEC_TOKEN}`],
    body: closed(['event'], {
      time: { type: 'number', minimum: 1e9 },
      host: line,
      source: line,
      sourcetype: line,
      index: line,
      event: { type: 'object', minProperties: 1, additionalProperties: line },
      fields: { type: 'object' },
    }),
    answer: [200, { text: 'Success', code: 0 }],
  },
  {
    // docs/spec/deploy-markers.md §4
    system: 'pagerduty',
    path: /^\/v2\/change\/enqueue$/,
    body: closed(['routing_key', 'payload'], {
      routing_key: { const: secrets.PAGERDUTY_ROUTING_KEY, minLength: 32, maxLength: 32 },
      payload: closed(['summary'], {
        summary: { ...line, maxLength: 1024 },
        timestamp: time,
        source: line,
        custom_details: { type: 'object' },
      }),
      links: { type: 'array', items: closed(['href'], { href: address, text: line }) },
      images: { type: 'array' },
    }),
    answer: [202, { status: 'success', message: 'Change event processed' }],
  },
]

export async function startMarkerServers(): Promise<MarkerServers> {
  const taken: Taken[] = []
  const refused: string[] = []
  const answers: [number, string][] = []
  const server = createServer(async (request, response) => {
    const given = await text(request)
    const path = request.url ?? ''
    const own = answers.shift()
    const [status, body] = own ?? answerTo(path, request.method, request.headers, given)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })

  function answerTo(
    path: string,
    method: string | undefined,
    headers: IncomingHttpHeaders,
    given: string,
  ): readonly [number, string] {
    const refuse = (status: number, why: string): readonly [number, string] => {
      refused.push(`${path}: ${why}`)
      return [status, JSON.stringify({ message: why })]
    }
    const endpoint = endpoints.find((each) => each.path.test(path))
    if (endpoint === undefined || method !== 'POST') return refuse(404, `no ${method}`)
    const { system, header, body, answer } = endpoint
    if (header !== undefined && headers[header[0]] !== header[1]) return refuse(401, `wrong ${header[0]}`)
    if (headers['content-type'] !== 'application/json') return refuse(415, `no JSON: ${headers['content-type']}`)
    const ajv = new Ajv({ strict: false })
    const value = JSON.parse(given) as unknown
    if (!ajv.validate(body, value)) return refuse(400, ajv.errorsText())
    taken.push({ system, path, body: value })
    return [answer[0], JSON.stringify(answer[1])]
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    env: {
      ...secrets,
      NEW_RELIC_API_URL: `${url}/graphql`,
      NEW_RELIC_ENTITY_GUID: 'MXxBUE18QVBQTElDQVRJT058MQ',
      SENTRY_URL: url,
      SENTRY_ORG: 'acme',
      SPLUNK_HEC_URL: url,
      PAGERDUTY_EVENTS_URL: url,
    },
    taken,
    refused,
    answers,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
