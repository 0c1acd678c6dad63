import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { emitYaml } from '../emit/emit-yaml.ts'
import { command } from './command.ts'
import { interpolated } from './interpolated.ts'
import { interpolatedKey } from './interpolated-key.ts'

const tag = interpolated('$TAG')

test('types: an interpolated value is whole', () => {
  const refused = [
    // @ts-expect-error: in a template literal
    () => `image:${tag}`,
    // @ts-expect-error: behind a text
    () => 'image:' + tag,
    // @ts-expect-error: before a text
    () => tag + ':image',
    // @ts-expect-error: as a key
    () => ({ [tag]: 'a' }),
    // @ts-expect-error: as a key of env
    () => command({ command: 'a', env: { [tag]: 'a' } }),
    // @ts-expect-error: one that may be a text
    () => `image:${Math.random() > 1 ? 'latest' : tag}`,
    // @ts-expect-error: of a list
    () => ['latest', tag].map((one) => `image:${one}`),
    // @ts-expect-error: of a step
    () => `image:${command({ command: tag }).command}`,
  ]
  for (const make of refused.slice(0, 5)) expect(make).toThrow(TypeError)
})

test('joined to a text, it throws one error with the mend', () => {
  const ways: readonly (() => unknown)[] = [
    () => String(tag),
    () => ['image:', tag].join(''),
    () => JSON.stringify({ image: tag }),
    () => tag.toString(),
    () => tag == ('$TAG' as never),
    () => JSON.stringify({ ...(tag as object) }),
    () => new Set([`${tag as never as string}`]),
  ]
  for (const way of ways) {
    expect(way).toThrow(
      new TypeError(
        "interpolated('$TAG') is a whole value, which only the uploading agent can fill in: put the text around it " +
          "inside, interpolated('… $TAG …'), and as the name of an entry write [interpolatedKey('$TAG')]",
      ),
    )
  }
  expect(() => structuredClone(tag)).toThrow('could not be cloned')
})

test('a copy of its own properties is the same value', () => {
  const step = command({ command: { ...(tag as object) } as typeof tag })
  expect(emitYaml(compile({ value: [step], trace: {} }).wire)).toBe('steps:\n  - command: "$TAG"\n')
})

test('the name of an entry is a symbol, which no text takes', () => {
  const name = interpolatedKey('$NAME')
  const env = { A: '1', [name]: 'a' }
  // @ts-expect-error: a symbol is joined to no text
  expect(() => `${name}`).toThrow(TypeError)
  expect([Object.keys(env), JSON.stringify(env), { ...env }[name]]).toEqual([['A'], '{"A":"1"}', 'a'])
  const step = command({
    command: 'a',
    env,
    plugins: [{ [interpolatedKey('$REF')]: null }],
    raw: { [name]: 1 } as never,
  })
  const { wire, diagnostics } = compile({ value: { steps: [step], env }, trace: {} })
  expect(diagnostics).toEqual([])
  expect(emitYaml(wire)).toBe(`env:
  A: "1"
  "$NAME": a
steps:
  - command: a
    env:
      A: "1"
      "$NAME": a
    plugins:
      - "$REF": null
    "$NAME": 1
`)
})
