/** A time span: seconds, or a text such as `90s`, `5m`, `1h30m`, `250ms`. */
export type Duration = number | string

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/**
 * A duration in milliseconds.
 *
 * @returns Undefined if it is none.
 */
export function parseDuration(duration: Duration): number | undefined {
  if (typeof duration === 'number')
    return duration >= 0 && Number.isFinite(duration) ? Math.round(duration * 1000) : undefined
  const text = duration.trim()
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000)
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhd])\s*)+$/.test(text)) return undefined
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)
  return Math.round(
    Array.from(parts, ([, count, unit = '']) => Number(count) * (units[unit] ?? 0)).reduce((a, b) => a + b, 0),
  )
}

/** Such as `2h 5m`, `90s` as `1m 30s`, and `0.5s`: the two greatest units of some seconds. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  if (seconds < 10 && whole !== seconds) return `${Number(seconds.toFixed(1))}s`
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'm'],
    [whole % 60, 's'],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  if (first < 0) return '0s'
  const shown = parts.slice(first, first + 2).filter(([count]) => count > 0)
  return shown.map(([count, unit]) => `${count}${unit}`).join(' ')
}
