import { type BuildModel, modelAgent, type Trouble } from './build-model.ts'
import type { UploadIdentity } from './upload-identity.ts'
import { type PartsRequest, uploadParts } from './upload-parts.ts'
import type { GeneratedPart } from './write-parts.ts'

function part(label: string, key?: string): GeneratedPart {
  const json = (written?: string): string => JSON.stringify({ steps: [{ label, key: written }] })
  return { json: json(key), key, withKey: async (own) => json(own), variables: [] }
}

export const first: UploadIdentity = { place: 'place', job: 'j0', run: 'r0', isRetry: false, variables: '-' }
export const retry: UploadIdentity = { ...first, job: 'j1', run: 'r1', isRetry: true }

/** Uploads steps, each a part, and returns what is said at the end and on the way. */
export async function upload(
  build: BuildModel,
  labels: string,
  identity: UploadIdentity = first,
  { replace = false, key = undefined as string | undefined, troubles = [] as readonly Trouble[] } = {},
): Promise<readonly string[]> {
  const left = [...troubles]
  const agent = modelAgent(build, identity.run, async () => left.shift() ?? 'well')
  const said: string[] = []
  const log = {
    isTerminal: false,
    write: (text: string) => void said.push(text.trim().replace('kitewright upload: ', '')),
  }
  const request: PartsRequest = { parts: labels.split(' ').map((label) => part(label, key)), replace, identity }
  const problem = await uploadParts(request, agent, log)
  return problem === undefined ? said : [...said, problem]
}

export const labels = ({ landed }: BuildModel): string =>
  landed.map(({ json }) => (JSON.parse(json) as { steps: [{ label: string }] }).steps[0].label).join(' ')
