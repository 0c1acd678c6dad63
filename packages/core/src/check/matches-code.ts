/** Whether a diagnostic's code is one of those given, each by its beginning: `KW5` is all policy. */
export function matchesCode(code: string, codes: readonly string[]): boolean {
  return codes.some((beginning) => code.startsWith(beginning))
}
