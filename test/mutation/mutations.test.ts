import { expect, test } from 'vitest'
import { mutationsOf } from '../../scripts/mutate/mutations.ts'
import { regexMutations } from '../../scripts/mutate/regex-mutations.ts'

/** Every mutant of a source, written out. */
function mutantsOf(text: string): readonly string[] {
  return mutationsOf('source.ts', text).map(
    ({ start, end, after }) => `${text.slice(0, start)}${after}${text.slice(end)}`,
  )
}

test.each<[string, readonly string[]]>([
  ['f(a < b)', [';', 'f(a <= b)', 'f(a >= b)']],
  ['f(a === 1)', [';', 'f(a !== 1)', 'f(a === 2)', 'f(a === 0)']],
  ['f(a && b)', [';', 'f(a)', 'f(b)', 'f(a || b)']],
  ['f(a ?? b)', [';', 'f(a)', 'f(b)']],
  ['f(!a, -b)', [';', 'f(a, -b)', 'f(!a, b)']],
  ['f(a + 1)', [';', 'f(a - 1)', 'f(a + 2)', 'f(a + 0)']],
  ["f(a + '')", [';', "f(a + 'mutant')"]],
  ['f(({ 0: a }) => a)', [';']],
  ["f({ 'a-b': true })", [';', "f({ 'a-b': false })"]],
  ['f(`a${b}`)', [';', 'f(``)']],
  ['f([a, ...b])', [';', 'f([...b])', 'f([a, ])']],
  ['f({ a, ...b })', [';', 'f({ a,  })']],
  ['f({ a, ...b, })', [';', 'f({ a,  })']],
  ['f(a.some(g).filter(h))', [';', 'f(a.some(g))', 'f(a.every(g).filter(h))']],
  ['f(a ? b : c)', [';', 'f(true ? b : c)', 'f(false ? b : c)']],
  ['if (a) f()', ['if (true) f()', 'if (false) f()', 'if (a) ;']],
  ['while (a) f()', ['while (false) f()', 'while (a) ;']],
  ['const f = () => { return a }', ['const f = () => { return }']],
  ['const f = () => { return undefined }', []],
  ["type A = 'a' | 1; interface B { c: true }", []],
  ["import { a } from 'b'", []],
])('%s', (text, mutants) => {
  expect(mutantsOf(text)).toEqual(mutants)
})

test.each<[string, readonly string[]]>([
  ['/a/', ['/(?:)/']],
  ['/^ab$/i', ['/(?:)/i', '/ab$/i', '/^ab/i', '/^ab$/']],
  ['/a|bc|d/', ['/(?:)/', '/bc|d/', '/a|d/', '/a|bc/']],
  ['/x(?:a|b)y/', ['/(?:)/', '/x(?:b)y/', '/x(?:a)y/']],
  ['/a*b+c?/', ['/(?:)/', '/a+b+c?/', '/a*bc?/', '/a*b+c/']],
  ['/a{2}b{3,}/', ['/(?:)/', '/a{1}b{3,}/', '/a{3}b{3,}/', '/a{2}b{2,}/', '/a{2}b{4,}/']],
  ['/[a-c_]/', ['/(?:)/', '/[^a-c_]/', '/[_]/', '/[a-c]/']],
  ['/[^a]/', ['/(?:)/', '/[a]/']],
  ['/\\bx\\d/', ['/(?:)/', '/x\\d/', '/\\bx\\D/']],
  ['/\\p{L}/u', ['/(?:)/u', '/\\P{L}/u']],
  ['/a(?!b)/', ['/(?:)/', '/a(?=b)/']],
  ['/\\[(a)\\]/', ['/(?:)/']],
])('%s', (literal, mutants) => {
  expect(regexMutations(literal)).toEqual(mutants)
})
