import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Ajv } from 'ajv'
import { Contracts, type Pact } from './contracts.ts'

/** A Pact broker, on 127.0.0.1, as far as a delivery asks it: it takes what the real one documents, and refuses the rest. */
export interface PactBroker {
  /** What its clients need in their environment to use it. */
  readonly env: Readonly<Record<string, string>>
  /** What was asked, without queries: the routes in order. */
  readonly asked: string[]
  /** What was refused, and why. */
  readonly refused: string[]
  readonly stop: () => void
}

interface Asked {
  readonly names: readonly string[]
  readonly query: URLSearchParams
  readonly body: unknown
}

type Answer = readonly [status: number, body: object]

const filled = { type: 'string', minLength: 1 }
const object = (required: readonly string[], properties: object): object => ({ type: 'object', required, properties })

/** Bodies of requests, as https://docs.pact.io/pact_broker/api documents them. */
const bodies = {
  publish: object(['pacticipantName', 'pacticipantVersionNumber', 'contracts'], {
    pacticipantName: filled,
    pacticipantVersionNumber: { type: 'string', pattern: '^[0-9a-f]{40}$' },
    branch: filled,
    buildUrl: { type: 'string', pattern: '^https?://' },
    contracts: {
      type: 'array',
      minItems: 1,
      items: object(['consumerName', 'providerName', 'content', 'contentType', 'specification'], {
        content: { type: 'string', pattern: '^[A-Za-z0-9+/]+=*$' },
        contentType: { const: 'application/json' },
        specification: { const: 'pact' },
      }),
    },
  }),
  forVerification: object(['consumerVersionSelectors'], {
    consumerVersionSelectors: { type: 'array', items: { type: 'object' } },
  }),
  results: object(['success', 'providerApplicationVersion'], {
    success: { type: 'boolean' },
    providerApplicationVersion: { type: 'string', pattern: '^[0-9a-f]{40}$' },
  }),
  anything: { type: 'object' },
} as const

const token = 'broker-secret'

export async function startPactBroker(): Promise<PactBroker> {
  const contracts = new Contracts()
  const asked: string[] = []
  const refused: string[] = []
  const link = (path: string): object => ({ href: `${url}${path}` })
  const template = (path: string): object => ({ ...link(path), templated: true })

  const routes: Readonly<Record<string, readonly [body: object, answer: (asked: Asked) => Answer]>> = {
    'GET /': [
      bodies.anything,
      () => [
        200,
        {
          _links: {
            self: link('/'),
            'pb:publish-contracts': link('/contracts/publish'),
            'pb:provider-pacts-for-verification': template('/pacts/provider/{provider}/for-verification'),
            'pb:pacticipant-version': template('/pacticipants/{pacticipant}/versions/{version}'),
            'pb:environments': link('/environments'),
          },
        },
      ],
    ],
    'POST /contracts/publish': [bodies.publish, ({ body }) => publish(body as never)],
    'GET /pacts/provider/:/for-verification': [
      bodies.anything,
      ({ names: [provider] }) => [200, { _links: { self: link(`/pacts/provider/${provider}/for-verification`) } }],
    ],
    'POST /pacts/provider/:/for-verification': [
      bodies.forVerification,
      ({ names: [provider = ''] }) => forVerification(provider),
    ],
    'GET /pacts/provider/:/consumer/:/version/:': [bodies.anything, ({ names }) => pactOf(names)],
    'POST /pacts/provider/:/consumer/:/version/:/results': [
      bodies.results,
      ({ names, body }) => verified(names, body as never),
    ],
    'GET /pacticipants/:': [
      bodies.anything,
      ({ names: [name = ''] }) => [
        200,
        {
          name,
          _links: {
            self: link(`/pacticipants/${name}`),
            'pb:branch-version': template(`/pacticipants/${name}/branches/{branch}/versions/{version}`),
          },
        },
      ],
    ],
    'PUT /pacticipants/:/branches/:/versions/:': [bodies.anything, () => [201, { _links: {} }]],
    'GET /pacticipants/:/versions/:': [
      bodies.anything,
      ({ names: [name, number] }) => [
        200,
        {
          number,
          _links: {
            self: link(`/pacticipants/${name}/versions/${number}`),
            'pb:record-deployment': environments.map((each) => ({
              name: each,
              ...link(`/pacticipants/${name}/versions/${number}/deployed-versions/environment/${each}`),
            })),
          },
        },
      ],
    ],
    'POST /pacticipants/:/versions/:/deployed-versions/environment/:': [
      bodies.anything,
      ({ names: [name = '', number = '', environment = ''] }) => {
        contracts.record(name, number, environment)
        return [201, { currentlyDeployed: true, _links: {} }]
      },
    ],
    'GET /matrix': [bodies.anything, ({ query }) => matrix(query)],
  }

  function publish(body: {
    readonly pacticipantName: string
    readonly pacticipantVersionNumber: string
    readonly contracts: readonly { readonly providerName: string; readonly content: string }[]
  }): Answer {
    const { pacticipantName: consumer, pacticipantVersionNumber: version } = body
    for (const { providerName: provider, content } of body.contracts)
      contracts.publish({ consumer, version, provider, content: fromBase64(content) })
    const linked = { _links: { self: link('/contracts/publish') } }
    return [201, { notices: [], logs: [], _embedded: { pacticipant: linked, version: linked }, ...linked }]
  }

  function forVerification(provider: string): Answer {
    const pacts = contracts.toVerify(provider).map((pact) => ({
      shortDescription: 'latest main',
      verificationProperties: { notices: [] },
      _links: { self: { ...link(pathOf(pact)), name: `Pact between ${pact.consumer} and ${provider}` } },
    }))
    return [200, { _embedded: { pacts }, _links: { self: link('/') } }]
  }

  function found([provider = '', consumer = '', version = '']: readonly string[]): Pact {
    const pact = contracts.find(provider, consumer, version)
    if (pact === undefined) throw new Error(`no pact of ${consumer} ${version} with ${provider}`)
    return pact
  }

  function pactOf(names: readonly string[]): Answer {
    const pact = found(names)
    const who = (name: string): object => ({ ...link(`/pacticipants/${name}`), name })
    const links = {
      self: link(pathOf(pact)),
      'pb:consumer': who(pact.consumer),
      'pb:provider': who(pact.provider),
      'pb:publish-verification-results': link(`${pathOf(pact)}/results`),
    }
    return [200, { ...pact.content, _links: links }]
  }

  function verified(
    names: readonly string[],
    body: { readonly success: boolean; readonly providerApplicationVersion: string },
  ): Answer {
    found(names).results.set(body.providerApplicationVersion, body.success)
    return [201, { ...body, _links: {} }]
  }

  function matrix(query: URLSearchParams): Answer {
    const given = ['q[][pacticipant]', 'q[][version]', 'environment'].map((name) => query.get(name) ?? '')
    const [name = '', version = '', environment = ''] = given
    const kept = contracts.kept(name, version, environment)
    const deployable = kept.failed > 0 ? false : kept.unknown > 0 ? null : true
    const reason = `${kept.success} verified, ${kept.failed} failed, ${kept.unknown} not verified`
    const notices = [{ type: deployable === true ? 'success' : 'error', text: reason }]
    return [200, { summary: { deployable, reason, ...kept }, notices, matrix: [] }]
  }

  const server = createServer(async (request, response) => {
    const given = await text(request)
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1')
    const [status, body] = answerTo(`${request.method} ${pathname}`, searchParams, request.headers.authorization, given)
    response.writeHead(status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(body))
  })

  function answerTo(call: string, query: URLSearchParams, authorization: string | undefined, given: string): Answer {
    const refuse = (status: number, why: string): Answer => {
      refused.push(`${call}: ${why}`)
      return [status, { errors: [why] }]
    }
    if (authorization !== `Bearer ${token}`) return refuse(401, 'no token')
    const route = Object.keys(routes).find((each) => patternOf(each).test(call))
    if (route === undefined) return refuse(404, 'no such route')
    const [schema, answer] = routes[route] ?? [{}, () => [500, {}] as const]
    const ajv = new Ajv({ strict: false })
    const body = JSON.parse(given || '{}') as unknown
    if (!ajv.validate(schema, body)) return refuse(400, ajv.errorsText())
    asked.push(route)
    const names = (patternOf(route).exec(call) ?? []).slice(1).map(decodeURIComponent)
    return answer({ names, query, body })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    env: { PACT_BROKER_BASE_URL: url, PACT_BROKER_TOKEN: token, PACT_DO_NOT_TRACK: 'true' },
    asked,
    refused,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The two that a new broker has. */
const environments = ['test', 'production'] as const

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replaceAll(':', '([^/]+)')}$`)
}

function fromBase64(content: string): object {
  return JSON.parse(Buffer.from(content, 'base64').toString()) as object
}

function pathOf({ provider, consumer, version }: Pact): string {
  return `/pacts/provider/${provider}/consumer/${consumer}/version/${version}`
}
