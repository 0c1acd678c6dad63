import { createHash } from 'node:crypto'
import { version } from '../version.ts'

const pattern = /^# kitewright (\S+) ([0-9a-f]{16}): .*\n/m

/** A script with a line that tells where it is from, and by which a change of it is seen. */
export function marked(text: string): string {
  const line = `# kitewright ${version} ${hashOf(text)}: \`kitewright init --update\` brings it up to date\n`
  return text.replace(/^#!.*\n/, (first) => `${first}${line}`)
}

/** A script without that line, and what the line says. Undefined where it has none. */
export function unmarked(
  text: string,
): { readonly version: string; readonly isChanged: boolean; readonly text: string } | undefined {
  const found = pattern.exec(text)
  if (found === null) return undefined
  const own = text.replace(found[0], '')
  return { version: found[1] ?? '', isChanged: found[2] !== hashOf(own), text: own }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
