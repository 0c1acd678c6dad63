import { fromBytes, toBytes } from './utf8.ts'

/**
 * The full name under which the agent uploads a plugin: `docker#v1` becomes
 * `github.com/buildkite-plugins/docker-buildkite-plugin#v1` (go-pipeline `plugin.go`, which asks Go's `net/url`).
 */
export const pluginSource = (source: string): string => {
  if (source === '' || /^[/.\\]/.test(source)) return source
  const cut = source.indexOf('#')
  const fragment = cut === -1 ? '' : unescapePercent(source.slice(cut + 1))
  const path = urlPath(cut === -1 ? source : source.slice(0, cut))
  if (fragment === undefined || path === undefined) return source
  const segments = path.replace(/^\//, '').split('/')
  const [first = '', second] = segments
  if (segments.length > 2) return source
  const owner = second === undefined ? 'buildkite-plugins' : first
  const name = `${second ?? first}-buildkite-plugin${fragment && `#${fragment}`}`
  return cleanPath(['github.com', owner, name].join('/'))
}

/** The shortest name that stands for a full one. Returns the name itself if there is none. */
export const shortPluginSource = (source: string): string => {
  const [, owner, name, fragment = ''] = /^github\.com\/([^/#]+)\/([^/#]+)-buildkite-plugin(#.*)?$/.exec(source) ?? []
  if (name === undefined) return source
  const short = `${owner === 'buildkite-plugins' ? '' : `${owner}/`}${name}${fragment}`
  return pluginSource(short) === source ? short : source
}

// What has a colon in its first segment has a scheme, or is refused; neither is a short name.
const urlPath = (url: string): string | undefined => {
  // eslint-disable-next-line no-control-regex -- Go's net/url refuses them
  if (/[\u0000-\u001f\u007f]/.test(url)) return undefined
  const [path = ''] = url.split('?')
  const [segment = ''] = path.split('/')
  return segment.includes(':') ? undefined : unescapePercent(path)
}

const unescapePercent = (text: string): string | undefined => {
  if (/%(?![\da-fA-F]{2})/.test(text)) return undefined
  return fromBytes(
    toBytes(text).replaceAll(/%(..)/g, (_, digits: string) => String.fromCharCode(Number(`0x${digits}`))),
  )
}

// Go's path.Clean for a path that starts with "github.com".
const cleanPath = (path: string): string => {
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else kept.push(segment)
  }
  return kept.length === 0 ? '.' : kept.join('/')
}
