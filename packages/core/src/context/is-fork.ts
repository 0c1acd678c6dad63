/**
 * Whether two addresses of repositories are of different ones, however each is written: `git@host:a/b.git` and
 * `https://host/a/b` are one. Returns undefined if either is missing.
 */
export function isFork(own: string | undefined, other: string | undefined): boolean | undefined {
  return own === undefined || other === undefined ? undefined : repository(own) !== repository(other)
}

function repository(address: string): string {
  const path = address.toLowerCase().replace(/^[a-z+]+:\/\//, '')
  return path
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?:\d+\/)?/, '$1/')
    .replace(/\/+$|\.git\/*$/g, '')
}
