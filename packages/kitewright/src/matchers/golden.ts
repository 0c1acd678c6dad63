import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { slug } from '@kitewright/core'

/** Where a test stands, and whether it may write what it expects. */
export interface GoldenPlace {
  readonly testPath: string
  readonly testName: string
  /** How many golden files the test has had before. */
  readonly number: number
  /** `all`: write anew · `new`: write where there is none · `none`: only compare. */
  readonly update: 'all' | 'new' | 'none'
}

/**
 * Whether a text is what the golden file of a test says: `pipeline.golden/what-it-says.yml` of a test in `pipeline.test.ts`. A file that is not there is
 * written, but not in CI.
 */
export function matchesGolden(
  text: string,
  ending: string,
  place: GoldenPlace,
): { readonly pass: boolean; readonly file: string; readonly expected?: string | undefined } {
  const { testPath, testName, number, update } = place
  const folder = `${basename(testPath).replace(/\.(?:test|spec)\.\w+$/, '')}.golden`
  const name = `${slug(testName) || 'test'}${number > 0 ? `-${number + 1}` : ''}.${ending}`
  const file = join(dirname(testPath), folder, name)
  const expected = read(file)
  const isWritten = update === 'all' ? expected !== text : update === 'new' && expected === undefined
  if (isWritten) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return { pass: isWritten || expected === text, file, expected }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}
