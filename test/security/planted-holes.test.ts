import { describe, expect, test } from 'vitest'
import { newProject } from '../cli/project.ts'
import { type Language, plantedHoles } from './planted-holes.ts'

const program = (pipeline: string): string =>
  `import { block, command, definePipeline, interpolated, shell, trigger } from 'kitewright'\n` +
  `void [block, command, interpolated, shell, trigger]\n` +
  `export default definePipeline(${pipeline})\n`

/** Each file: a hole, or the same without it. */
const files = Object.fromEntries(
  plantedHoles.flatMap(({ yaml, typescript }, index) => [
    [`${index}.ts`, program(typescript.hole)],
    [`${index}-mended.ts`, program(typescript.mended)],
    ...(yaml
      ? [
          [`${index}.yml`, yaml.hole],
          [`${index}-mended.yml`, yaml.mended],
        ]
      : []),
  ]),
) as Readonly<Record<string, string>>

interface Told {
  readonly code: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** What all audits tell of the files, all at once, each with the part of the line that is pointed at. */
const { stdout } = newProject(files).run('check', '--audit', 'strict', '--format', 'json', ...Object.keys(files))
const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Told[] }

function told(name: string): readonly string[] {
  const lines = files[name]?.split('\n') ?? []
  return diagnostics
    .filter(({ file }) => file === name)
    .map(({ code, line, column, endColumn }) => `${code} at ${lines[line - 1]?.slice(column - 1, endColumn - 1)}`)
}

describe('a planted hole is found once, and not where it is mended', () => {
  test('there are more than twenty', () => {
    expect(plantedHoles.length).toBeGreaterThan(20)
  })

  const cases = plantedHoles.flatMap(({ name, code, at, yaml }, index) =>
    (['yaml', 'typescript'] as const).flatMap((language: Language) => {
      const ending = language === 'yaml' ? 'yml' : 'ts'
      const place = `${code} at ${typeof at === 'string' ? at : at[language]}`
      return language === 'yaml' && yaml === undefined ? [] : [{ name, language, file: `${index}`, ending, place }]
    }),
  )

  test.for(cases)('$name, in $language', ({ file, ending, place }) => {
    expect({ hole: told(`${file}.${ending}`), mended: told(`${file}-mended.${ending}`) }).toEqual({
      hole: [place],
      mended: [],
    })
  })
})
