/**
 * What `check` tells of the files around a pipeline, and no rule of core does: a configuration may permit it too. One text,
 * since each code stands by itself only where its words stand.
 */
export const repositoryCodes: ReadonlySet<string> = new Set('KW3090 KW5090'.split(' '))
