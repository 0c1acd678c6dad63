/** Whether a value is a text that a person reads as "no": YAML once had some of them for false. */
export function isWordForOff(value: unknown): value is string {
  return typeof value === 'string' && /^(?:no?|off|false|never|none|0)$/i.test(value)
}
