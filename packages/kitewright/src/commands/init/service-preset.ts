/** The delivery of a service, of which only its name is its own. */
export function servicePreset(name: string): string {
  return `import { service } from 'kitewright/presets'

// Tests, an image, test and after a click production; docs/service.md tells how each part is replaced.
export default service({ name: '${name}' })
`
}

/** What a service may be called, of its folder's name: a stack's name begins with a letter, and has letters, digits and \`-\`. */
export function serviceName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  return name || 'service'
}
