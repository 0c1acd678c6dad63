/** What an audit tells of a real pipeline, at its line, and why that is true. */
export interface Audited {
  readonly code: string
  readonly file: string
  readonly line: number
  readonly judgement: string
}

const branch = 'a branch may be named to run anything'
const tag = 'a tag may be named to run anything, by whoever may push one'
const plugin = 'the code of a pull request runs as a plugin: meant so, and true'

const told = (code: string, file: string, line: number, judgement: string): Audited => ({ code, file, line, judgement })

/** Every hit of an audit that is on by default, each read: none is false. */
export const audited: readonly Audited[] = [
  told('KW6001', '294-ray-to-rust__ray-no-fork__buildkite-pipeline.macos.yml', 72, branch),
  told('KW6001', 'bandsintown__docker-node__buildkite-pipeline.master.yml', 27, branch),
  told('KW6001', 'bandsintown__docker-node__buildkite-pipeline.pull_request.yml', 37, branch),
  told('KW6001', 'buildkite__migration__buildkite-pipeline.deploy.yml', 46, tag),
  told('KW6001', 'chagui__potential-waffle__buildkite-integration.yml', 3, tag),
  told('KW6001', 'chagui__potential-waffle__buildkite-release.yml', 3, tag),
  told('KW6001', 'heap__terraform-provider-firehydrant__buildkite-buildkite.yml', 16, tag),
  told(
    'KW6001',
    'ivannalisetska1__build-ivanna-kite__buildkite-conditional.yml',
    6,
    'the base branch of a pull request',
  ),
  told('KW6001', 'schemahero__schemahero__buildkite-pipeline.yml', 41, tag),
  told('KW6001', 'wellcomecollection__catalogue-api__buildkite-pipeline.yml', 26, branch),
  told('KW6001', 'wellcomecollection__storage-service__buildkite-pipeline.yml', 27, branch),
  told('KW6003', 'buildkite-plugins__artifacts-buildkite-plugin__buildkite-pipeline.yml', 31, plugin),
  told('KW6003', 'buildkite-plugins__docker-buildkite-plugin__buildkite-pipeline.yml', 33, plugin),
  told('KW6003', 'buildkite-plugins__plugin-tester-buildkite-plugin__buildkite-pipeline.yml', 24, plugin),
  told('KW6003', 'buildkite-plugins__shellcheck-buildkite-plugin__buildkite-pipeline.yml', 20, plugin),
  told(
    'KW6024',
    '0xsequence__go-sequence__buildkite-pipeline.yml',
    9,
    'the key is compared, and so written into the command',
  ),
  told(
    'KW6024',
    'bugsnag__bugsnag-android__buildkite-pipeline.integration.yml',
    17,
    'a key among the options of a plugin',
  ),
  told('KW6024', 'buildkite__docs__buildkite-pipeline.yml', 372, 'a token in the environment of a container'),
  told('KW6024', 'buildkite__templates__nodejs-buildkite-package-pipeline.yml', 18, 'a token in a command'),
  told(
    'KW6024',
    'staticfloat__cryptic-buildkite-plugin__example-buildkite-codesign.yml',
    11,
    'a secret in the environment',
  ),
]
