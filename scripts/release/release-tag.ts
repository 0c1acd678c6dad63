/** What has to agree before a version is released. */
export interface Release {
  readonly version: string
  /** The text of CHANGELOG.md. */
  readonly changelog: string
  /** The tag that is there already, if one is. */
  readonly tag?: string | undefined
}

/**
 * The tag of a release.
 *
 * @throws if the changelog's newest section is not the version's, dated, or if the tag is another version's
 */
export function releaseTag({ version, changelog, tag = `v${version}` }: Release): string {
  const [unreleased = '', newest = ''] = changelog.split(/^(?=## )/m).slice(1)
  if (!/^## \[Unreleased\]\s*$/.test(unreleased)) {
    throw new Error('CHANGELOG.md does not begin with an empty section [Unreleased]: move what is in it to the version')
  }
  const heading = newest.split('\n', 1)[0] ?? ''
  if (!/^## \[.+\] - \d{4}-\d{2}-\d{2}$/.test(heading) || !heading.startsWith(`## [${version}]`)) {
    throw new Error(`the newest section of CHANGELOG.md is "${heading}", not "## [${version}] - YYYY-MM-DD"`)
  }
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, but package.json says ${version}`)
  return tag
}
