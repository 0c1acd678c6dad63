import type { Entry } from './code.ts'
import { rewriteCode } from './rewrite-code.ts'

/** The attributes that tell best what a set of them is for. */
const telling = ['agents', 'plugins', 'env']

/** The texts that attributes which stand together can be named after: short words among their values, the best first. */
export function setTexts(set: readonly Entry[]): readonly string[] {
  const said = set.toSorted((a, b) => rank(a) - rank(b)).flatMap(textsIn)
  return said.filter((text) => /^[A-Za-z][\w .-]{1,23}$/.test(text))
}

const rank = (entry: Entry): number => telling.indexOf('key' in entry ? entry.key : '') + 1 || telling.length + 1

/** A plugin's name without its place and version; a value of more words as it is. */
function textsIn(entry: Entry): readonly string[] {
  const texts: string[] = []
  rewriteCode('spread' in entry ? entry.spread : entry.value, (code) => {
    if (code.form === 'literal' && typeof code.value === 'string')
      texts.push(code.value.replace(/#v?[\d.]+$/, '').replace(/.*\//, ''))
    return undefined
  })
  return texts
}
