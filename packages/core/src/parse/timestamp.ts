import type { Timestamp } from '../agent/value.ts'

// The four layouts that go-yaml v3 tries (resolve.go), as Go's time.Parse reads them: one or two digits for all but
// the year, a comma or a point before the fraction, any number of blanks where the layout has one.
const date = String.raw`(\d{4})-(\d\d?)-(\d\d?)`
const time = String.raw`(\d\d?):(\d\d?):(\d\d?)(?:[.,](\d+))?`
const zone = String.raw`(Z|[+-]\d\d:\d\d)`
const layouts = [`${date}[Tt]${time}${zone}`, `${date} +${time}`, date].map((layout) => new RegExp(`^${layout}$`))

/** Reads a timestamp as the agent's YAML reader does. Returns undefined if it is none. */
export const readTimestamp = (text: string): Timestamp | undefined => {
  for (const layout of layouts) {
    const match = layout.exec(text)
    if (match !== null) return toTimestamp(match)
  }
  return undefined
}

const toTimestamp = (match: RegExpExecArray): Timestamp | undefined => {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z'] = match
  if (!isDay(Number(year), Number(month), Number(day))) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || !isZone(offset)) return undefined
  const nanoseconds = fraction.slice(0, 9).replace(/0+$/, '')
  const clock = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':')
  const day10 = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return { timestamp: `${day10}T${clock}${nanoseconds && `.${nanoseconds}`}${printedZone(offset)}` }
}

const isDay = (year: number, month: number, day: number): boolean => {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return length !== undefined && day >= 1 && day <= length
}

const isZone = (offset: string): boolean =>
  offset === 'Z' || (Number(offset.slice(1, 3)) <= 23 && Number(offset.slice(4)) <= 59)

const printedZone = (offset: string): string => (offset.endsWith('00:00') ? 'Z' : offset)
