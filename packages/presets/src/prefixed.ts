/** The key of a part: behind the prefix of its service, where several services share one pipeline. */
export function prefixed(prefix: string | undefined, key: string): string {
  return prefix === undefined ? key : `${prefix}-${key}`
}

/** The label of a part: the prefix stands behind the emoji. */
export function labelled(prefix: string | undefined, label: string): string {
  return prefix === undefined ? label : label.replace(/^(:[\w+-]+: )?/, `$1${prefix}: `)
}
