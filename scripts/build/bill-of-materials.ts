import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import { bundledPackages } from './bundled-packages.ts'
import type { Manifest } from './published-manifest.ts'

/**
 * The bill of materials of the published package, as CycloneDX has it: each package whose code is inside, with the hash of
 * what the registry has of it. The same sources give the same text: https://cyclonedx.org/docs/1.6/json/
 *
 * @param modules The files that were bundled.
 * @param lock The text of `pnpm-lock.yaml`, which has the hashes.
 * @throws {Error} Where a package's hash is not in the lock file.
 */
export function billOfMaterials(modules: readonly string[], manifest: Manifest, lock: string): string {
  const own = component({ ...manifest, license: String(manifest['license']) })
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: own }) })
  for (const bundled of bundledPackages(modules)) {
    const part = component(bundled)
    part.hashes.set(Enums.HashAlgorithm['SHA-512'], hashOf(bundled, lock))
    bom.components.add(part)
    own.dependencies.add(part.bomRef)
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}

interface Named {
  readonly name: string
  readonly version: string
  readonly license?: string
}

function component({ name, version, license = '' }: Named): Models.Component {
  const [scope, short] = name.startsWith('@') ? (name.split('/') as [string, string]) : [undefined, name]
  const purl = `pkg:npm/${scope === undefined ? '' : `${encodeURIComponent(scope)}/`}${short}@${version}`
  const made = new Models.Component(Enums.ComponentType.Library, short, { group: scope, version, purl, bomRef: purl })
  made.licenses.add(new Models.SpdxLicense(license))
  return made
}

/** Of a package's tarball, in hexadecimal. */
function hashOf({ name, version }: Named, lock: string): string {
  const line = `\n  ${name.startsWith('@') ? `'${name}@${version}'` : `${name}@${version}`}:\n    resolution: {integrity: sha512-`
  const start = lock.indexOf(line)
  const [integrity] = start === -1 ? [] : (/^[\w+/=]+/.exec(lock.slice(start + line.length)) ?? [])
  if (integrity === undefined) throw new Error(`pnpm-lock.yaml has no hash of ${name} ${version}`)
  return Buffer.from(integrity, 'base64').toString('hex')
}
