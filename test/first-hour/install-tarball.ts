import { join } from 'node:path'
import { pack } from '../../scripts/packing/trial.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { typed } from './trial-repository.ts'

/** The package as a new user has it. */
export interface InstalledTarball {
  readonly tarball: string
  /** The installed command. */
  readonly kitewright: string
}

/** Packs the package and installs it. Where npm cannot install here, the reason. */
export function installTarball(): InstalledTarball | string {
  const { tarball } = pack()
  const home = temporaryFolder({ 'package.json': '{ "private": true }' })
  const { code, stderr } = typed(home, `npm install --no-audit --no-fund ${tarball}`)
  if (code !== 0) return `npm cannot install here: ${stderr.split('\n')[0]}`
  return { tarball, kitewright: join(home, 'node_modules/.bin/kitewright') }
}
