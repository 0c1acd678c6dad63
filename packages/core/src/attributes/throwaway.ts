/** Names of a machine that is there for the job alone: itself, or a service of docker-compose, which has no dot. */
const ownHost = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal|[\w-]+)$/i

/** The password in a URL, with where it leads to. */
const inUrl = /\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/$]+:[^\s:@/$]+@(\[[^\]]*\]|[^\s:/?#]*)/gi

const words =
  'a an access admin api app auth build builder bypass change changeme ci client db default dev dummy example fake foo bar ' +
  'guest here id insert key local me mock my mysql no none not null one package pass passw0rd password placeholder please ' +
  'postgres public pw pwd random real redacted replace root sample secret some test testing the this todo token user value ' +
  'with x xxx y yes your true false'
const ordinary: ReadonlySet<string> = new Set(words.split(' '))

/** Whether what looks like a password opens nothing that outlives the job. In doubt, false. */
export function isThrowaway(text: string): boolean {
  const hosts = Array.from(text.matchAll(inUrl), ([, host = '']) => host)
  if (hosts.length > 0) return hosts.every((host) => ownHost.test(host))
  const parts = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
  return text.length <= 40 && parts.every((part) => ordinary.has(part) || /^\d{1,6}$|^(.)\1*$/.test(part))
}
