import type { Path } from '@kitewright/schema'

/** What stands at a path. Returns undefined where there is nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, part) => (inside as Readonly<Record<string | number, unknown>> | null | undefined)?.[part],
    value,
  )
}
