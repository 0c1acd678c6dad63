/** How often a property is tried: as often as given, or KITEWRIGHT_TEST_RUNS times as often. */
export function runs(count: number): number {
  return count * Number(process.env['KITEWRIGHT_TEST_RUNS'] ?? 1)
}
