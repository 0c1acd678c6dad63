import { jobCount } from '../../../attributes/job-count.ts'
import type { Rule } from '../../rule.ts'

const perBuild = 4000

/** More jobs than a build may have, retries included (docs/spec/upload.md §10). */
export const tooManyJobsInBuild: Rule = {
  code: 'KW2002',
  severity: 'error',
  *check({ nodes }) {
    const jobs = nodes.reduce((sum, node) => sum + jobCount(node), 0)
    if (jobs <= perBuild) return
    yield {
      path: [],
      message: `the pipeline makes ${jobs} jobs, and a build may have ${perBuild}`,
      why: 'Buildkite refuses further jobs once the build has that many, retries included',
      hint: 'let each job do more, or hand parts over to other pipelines with trigger({ … })',
    }
  },
}
