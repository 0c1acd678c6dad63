import { isUtf8 } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pipeline } from '@kitewright/core'
import { authorFrames } from './locate/author-frames.ts'
import { pipelineOfYaml } from './pipeline/pipeline-of-yaml.ts'

/** How a text of YAML is called in what is said about it. */
export interface YamlTextOptions {
  /** A name of a file, or what made it. */
  readonly name: string
}

/** A `URL` of a file, whoever declares that type. */
export interface FileUrl {
  readonly href: string
}

/** Reads YAML as a pipeline. */
export interface FromYaml {
  /**
   * A pipeline of YAML or JSON as a value: alone, or its steps in the list of another pipeline. It means what the agent
   * makes of it: `$` is filled in at upload. Keys and dependencies go across; what is wrong is told at the line of YAML.
   *
   * @param file A path from the folder of the calling file, or a URL.
   * @see https://buildkite.com/docs/pipelines/configure/defining-steps
   * @example
   * definePipeline(({ affects }) => [fromYaml('base.yml'), affects('services/search/**') && fromYaml('search.yml')])
   */
  (file: string | FileUrl): Pipeline
  /**
   * The same of a text that the author made.
   *
   * @example
   * fromYaml.text(`steps: [{ command: make }]`, { name: 'make' })
   */
  readonly text: (text: string, options: YamlTextOptions) => Pipeline
}

export const fromYaml: FromYaml = Object.assign(readFile, {
  text: (text: string, { name }: YamlTextOptions): Pipeline => pipelineOfYaml(text, name),
})

function readFile(file: string | FileUrl): Pipeline {
  const path = typeof file === 'string' ? resolve(callingFolder(), file) : fileURLToPath(file.href)
  if (!existsSync(path)) throw new Error(`fromYaml: there is no file ${path}`)
  const bytes = readFileSync(path)
  return pipelineOfYaml(bytes.toString(), path, isUtf8(bytes))
}

/** The folder of the file that calls. */
function callingFolder(): string {
  const [frame] = authorFrames(new Error().stack ?? '')
  return frame === undefined ? process.cwd() : dirname(frame.file)
}
