import type { DiagnosticCode } from '@kitewright/core'
import * as z from 'zod/mini'

const place = z.object({
  file: z.string(),
  line: z.int().check(z.positive()),
  column: z.int().check(z.positive()),
  length: z.int().check(z.positive()),
  sourceLine: z.optional(z.string()),
})

const code = z.custom<DiagnosticCode>((value) => typeof value === 'string' && /^KW\d{4}$/.test(value))

const diagnostic = z.object({
  code,
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  why: z.optional(z.string()),
  hint: z.optional(z.string()),
  location: z.optional(place),
  related: z.array(z.object({ message: z.string(), location: z.optional(place) })),
})

const lines = z.union([
  z.tuple([z.literal('attempt'), z.string(), z.string()]),
  z.tuple([z.literal('asks')]),
  z.tuple([z.literal('fault'), z.object({ message: z.string(), stack: z.optional(z.string()) })]),
  z.tuple([
    z.literal('done'),
    z.object({ wire: z.optional(z.string()), diagnostics: z.array(diagnostic), read: z.array(z.string()) }),
  ]),
])

/** A line of what a sealed process answers. */
export type SealedLine = z.infer<typeof lines>

/** Reads what a sealed process answers. Any text may come of it, since a stranger's code runs in it: what has no such form is left out. */
export function readSealed(output: string): readonly SealedLine[] {
  return output.split('\n').flatMap((line) => {
    const { data } = z.safeParse(lines, parse(line))
    return data === undefined ? [] : [data]
  })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
