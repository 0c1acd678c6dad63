/** `e2e tests` → `E2e tests`. */
export function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
