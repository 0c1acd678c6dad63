import type { Option } from '../command-line.ts'

/** The flag by which no author's code is trusted. */
export const sealedOption = {
  type: 'boolean',
  summary: "run the author's code without network, programs, writing, clock or chance",
} as const satisfies Option
