import { command, type Pipeline } from 'kitewright'
import { type Environment, service, type ServiceOptions } from 'kitewright/presets'

/** What a service of Acme says of itself; the rest is the same for all. */
export interface AcmeServiceOptions extends Omit<ServiceOptions, 'environments' | 'agents' | 'notify'> {
  /** Who may release it, and whose channel hears of it. */
  readonly team: string
  /** Whether it answers HTTP: then each deployment is tried before anything goes on. True unless told. */
  readonly http?: boolean
  /** Whether a tag releases it instead of a push to main. False unless told. */
  readonly releasedByTag?: boolean
  /** Whether it is deployed at all. True unless told: a library is not. */
  readonly deployed?: boolean
}

/** The delivery of a service at Acme. */
export function acmeService(options: AcmeServiceOptions): Pipeline {
  const { team, http = true, releasedByTag = false, deployed = true, ...own } = options
  const smokeTest = (domain: string): Pick<Environment, 'smokeTest'> =>
    http ? { smokeTest: `curl --fail --silent --show-error https://${own.name}.${domain}/health` } : {}
  const environments: readonly Environment[] = [
    { name: 'test', ...smokeTest('test.acme.example') },
    {
      name: 'prod',
      on: releasedByTag ? 'tag' : 'branch',
      approval: { reason: true, acceptance: true, allowed_teams: [team] },
      agents: { queue: 'production' },
      ...smokeTest('acme.example'),
    },
  ]
  return service({
    ...own,
    ...(deployed ? {} : { images: [] }),
    environments: deployed ? environments : [],
    agents: { queue: 'builders' },
    notify: [{ slack: `#${team}` }],
    after: { ...(deployed && { image: scan }), ...own.after },
  })
}

const scan = command({
  label: ':shield: Scan',
  key: 'scan',
  command: 'acme-scan "$(buildkite-agent meta-data keys | grep ^image-)"',
  timeout_in_minutes: 10,
})
