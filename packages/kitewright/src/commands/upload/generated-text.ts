import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { Generated } from './generate.ts'
import type { GeneratedPart } from './write-parts.ts'

/** What a process that generates apart hands over, as JSON. */
type Handed =
  | { readonly usage: string }
  | { readonly fault: Fault }
  | { readonly parts: readonly HandedPart[]; readonly diagnostics: readonly LocatedDiagnostic[] }

type HandedPart = Omit<GeneratedPart, 'withKey'> & {
  /** What stands before and after a key that the part is given. */
  readonly aroundKey: readonly [string, string]
}

/** An error, with what tells a refusal of the operating system from a fault of ours. */
type Fault = Readonly<Record<'message' | 'stack' | 'syscall' | 'errno', unknown>>

/** Writes what was generated, or what was thrown instead, for the process that waits for it. */
export async function writeGenerated(generate: () => Promise<Generated | { readonly usage: string }>): Promise<string> {
  return JSON.stringify(await handed(generate))
}

async function handed(generate: () => Promise<Generated | { readonly usage: string }>): Promise<Handed> {
  try {
    const generated = await generate()
    if ('usage' in generated) return generated
    return { ...generated, parts: await Promise.all(generated.parts.map(handPart)) }
  } catch (error) {
    const { message = String(error), stack, syscall, errno } = Object(error) as Partial<Fault>
    return { fault: { message, stack, syscall, errno } }
  }
}

async function handPart({ withKey, ...part }: GeneratedPart): Promise<HandedPart> {
  let mark = 'kitewright-key'
  while (part.json.includes(mark)) mark += '-'
  const [before = '', after = ''] = (await withKey(mark)).split(mark)
  return { ...part, aroundKey: [before, after] }
}

/** Reads what was written. Returns undefined if it was not written to its end. Throws what was thrown. */
export function readGenerated(text: string): Generated | { readonly usage: string } | undefined {
  const read = parse(text)
  if (read === undefined || 'usage' in read) return read
  if ('fault' in read) throw Object.assign(new Error(), read.fault)
  return { ...read, parts: read.parts.map(takePart) }
}

function takePart({ aroundKey, ...part }: HandedPart): GeneratedPart {
  return { ...part, withKey: async (key) => aroundKey.join(key) }
}

function parse(text: string): Handed | undefined {
  try {
    return (JSON.parse(text) as Handed | null) ?? undefined
  } catch {
    return undefined
  }
}
