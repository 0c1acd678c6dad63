import type { Measured } from './measure.ts'

/** A ratio that is to be kept, and what it came to. */
export interface Target {
  readonly name: string
  readonly ratio: number
  readonly most: number
}

/** The ratios that the project promises itself, for one Node. */
export function targetsOf(measured: readonly Measured[], stripsTypes: boolean): readonly Target[] {
  const time = (name: string): number => measured.find((one) => one.name === name)?.milliseconds ?? NaN
  const memory = (name: string): number => measured.find((one) => one.name === name)?.megabytes ?? NaN
  const bare = 'node -e 0'
  const over = (name: string, base: string, most: number): Target => ({
    name: `${name} ÷ ${base}`,
    ratio: time(name) / time(base),
    most,
  })
  return [
    over('JSON 50', bare, 1.5),
    over('upload --dry-run 50', bare, 1.5),
    over('YAML 50', bare, stripsTypes ? 1.9 : 1.6),
    ...(stripsTypes
      ? [over('.ts 50', bare, 2), over('.ts 50, no compile cache', bare, 3.4)]
      : [over('.ts 50', 'SDK .ts 50, tsx', 0.75)]),
    over('check payments with a proof', 'check payments', 1.3),
    over('JSON 500', 'JSON 5', 1.5),
    over('YAML 500', 'YAML 5', 2.2),
    { name: `memory: JSON 500 ÷ ${bare}`, ratio: memory('JSON 500') / memory(bare), most: 1.35 },
    { name: `memory: YAML 500 ÷ ${bare}`, ratio: memory('YAML 500') / memory(bare), most: 1.6 },
  ]
}
