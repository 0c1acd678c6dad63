/** The flag by which a Node asks its permissions. Returns undefined for one that has none. */
export function permissionFlag(flags: { readonly has: (flag: string) => boolean }): string | undefined {
  return ['--permission', '--experimental-permission'].find((flag) => flags.has(flag))
}
