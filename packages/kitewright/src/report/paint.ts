import type { Output, World } from '../world/world.ts'

/** What a text is painted as. */
export interface Paint {
  readonly severity: (severity: 'error' | 'warning' | 'info', text: string) => string
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
}

const severityColors = { error: '1;31', warning: '1;33', info: '1;36' } as const

/** ANSI colours, or none. */
export function paint(color: boolean): Paint {
  const wrap = (code: string, text: string): string => (color ? `\u001B[${code}m${text}\u001B[0m` : text)
  return {
    severity: (severity, text) => wrap(severityColors[severity], text),
    strong: (text) => wrap('1', text),
    quiet: (text) => wrap('34', text),
  }
}

/** Colour on a terminal only, and not if NO_COLOR is set (no-color.org). */
export function wantsColor(output: Output, env: World['env']): boolean {
  return output.isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}
