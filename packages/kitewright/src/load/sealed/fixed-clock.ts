import { put, refusing } from './replace.ts'
import type { Refuse } from './attempts.ts'

/** Stops every clock that JavaScript has at a time, in milliseconds since 1970. */
export function stopClocks(now: number, refuse: Refuse): void {
  put(globalThis, 'Date', stoppedDate(now))
  const format = Intl.DateTimeFormat.prototype
  const { get } = Object.getOwnPropertyDescriptor(format, 'format') as PropertyDescriptor
  Object.defineProperty(format, 'format', {
    get(this: Intl.DateTimeFormat) {
      const write = get?.call(this) as Intl.DateTimeFormat['format']
      return (date: Date | number = now) => write(date)
    },
    configurable: false,
  })
  const { formatToParts } = format
  put(format, 'formatToParts', function (this: Intl.DateTimeFormat, date: Date | number = now) {
    return formatToParts.call(this, date)
  })
  Object.defineProperty(Event.prototype, 'timeStamp', { get: () => 0, configurable: false })
  const { Temporal } = globalThis as { readonly Temporal?: { readonly Now: object } }
  for (const name of Object.getOwnPropertyNames(Temporal?.Now ?? {}))
    put(Temporal?.Now ?? {}, name, refusing(`calls Temporal.Now.${name}`, refuse))
}

/** What `performance` is where nothing takes time. */
export function stoppedPerformance(now: number): object {
  return Object.freeze({ timeOrigin: now, now: () => 0, toJSON: () => ({ timeOrigin: now }) })
}

function stoppedDate(now: number): DateConstructor {
  const Real = Date
  function Stopped(...args: readonly unknown[]): unknown {
    if (new.target === undefined) return new Real(now).toString()
    return Reflect.construct(Real, args.length === 0 ? [now] : args, new.target)
  }
  Object.defineProperties(Stopped, {
    ...Object.getOwnPropertyDescriptors(Real),
    now: { value: () => now, writable: false, configurable: false },
  })
  put(Real.prototype, 'constructor', Stopped)
  return Stopped as unknown as DateConstructor
}
