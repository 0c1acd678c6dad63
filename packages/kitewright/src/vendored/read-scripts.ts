import { readFileSync } from 'node:fs'

/** The folder of the scripts, published with the package. */
const folder = new URL('../../scripts/', import.meta.url)

/** The scripts that a service's repository gets a copy of, by their names. */
export const scriptNames = ['test.sh', 'docker-tag.sh', 'deploy', 'release-notes.sh', 'deploy-marker'] as const

/** A script as this version has it. */
export function readScript(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}
