import type { Code, Entry } from './code.ts'
import { rewriteCode } from './rewrite-code.ts'
import { partsOf } from './step-parts.ts'

/** The texts that a function which makes steps can be named after: what all its steps say, the best first. */
export function functionTexts(body: Code): readonly string[] {
  const { entries } = partsOf({ code: body })
  const said = (name: string): readonly string[] => {
    const entry = entries.find((one) => 'key' in one && one.key === name)
    return entry === undefined ? [] : fixedTexts(entry)
  }
  const label = said('label').join(' ')
  const [command = ''] = said('command')
  const folder = /([\w-]+)\/[^/ ]*$/.exec(command)?.[1] ?? ''
  const told = [folder, ...said('env'), ...said('agents'), ...said('plugins'), command.split(/\s+/)[0] ?? '']
  return [label, ...told.map((text) => `${label} ${text}`), said('key').join(' '), ...told]
}

/** The texts of an attribute that are the same in all steps. */
function fixedTexts(entry: Entry): readonly string[] {
  const texts: string[] = []
  rewriteCode('spread' in entry ? entry.spread : entry.value, (code) => {
    if (code.form === 'literal' && typeof code.value === 'string') texts.push(code.value)
    if (code.form === 'template' || code.form === 'script')
      texts.push(code.parts.filter((part) => typeof part === 'string').join(' '))
    return undefined
  })
  return texts
}
