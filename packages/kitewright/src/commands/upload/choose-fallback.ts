import { resolve } from 'node:path'
import { type Build, readBuildContext } from '@kitewright/core'
import { readKeptRendering } from '../../pipeline/kept-rendering.ts'
import type { Files } from '../../world/world.ts'

/** A fallback to be uploaded; or why none of those that are there is. None of both where none is there. */
export interface ChosenFallback {
  readonly file?: string | undefined
  readonly refusal?: string | undefined
}

/**
 * The first fallback for a build like this one: what was rendered for the default branch deploys, and must not run for a
 * pull request. YAML that was not rendered says itself what runs when, in its conditions.
 */
export function chooseFallback(
  files: readonly string[],
  build: Build,
  cwd: string,
  { readText }: Pick<Files, 'readText'>,
): ChosenFallback {
  const others: string[] = []
  for (const file of files) {
    const text = readText(resolve(cwd, file))
    if (text === undefined) continue
    const kept = readKeptRendering(text)
    if (kept === undefined) return { file }
    const { build: other } = readBuildContext({ env: kept.context.env, changedFiles: () => undefined })
    if (isLike(build, other)) return { file }
    others.push(`${file} was rendered for ${kindOf(other)}`)
  }
  return others.length === 0 ? {} : { refusal: `this is ${kindOf(build)}, and ${others.join(', ')}` }
}

function isLike(build: Build, other: Build): boolean {
  // Who has not asked about forks may have given them what is not theirs.
  if (build.pull_request) return other.pull_request !== undefined && (!build.pull_request.fork || isOfFork(other))
  if (other.pull_request) return false
  return build.tag === undefined ? other.tag === undefined && build.branch === other.branch : other.tag !== undefined
}

function isOfFork({ pull_request }: Build): boolean {
  return pull_request?.fork === true
}

function kindOf(build: Build): string {
  const { pull_request, tag, branch } = build
  if (pull_request) return isOfFork(build) ? 'a pull request from a fork' : 'a pull request'
  return tag === undefined ? `the branch ${branch}` : `the tag ${tag}`
}
