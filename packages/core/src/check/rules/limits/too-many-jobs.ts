import { jobCount } from '../../../attributes/jobs.ts'
import { jobsPerBuild, jobsPerUpload } from '../../../attributes/limits.ts'
import type { Rule } from '../../rule.ts'

/** More jobs than one upload may make (docs/spec/upload.md §10). */
export const tooManyJobs: Rule = {
  code: 'KW2001',
  severity: 'info',
  *check({ nodes }) {
    const jobs = nodes.reduce((sum, node) => sum + jobCount(node), 0)
    // More than a build may have is KW2002's.
    if (jobs <= jobsPerUpload || jobs > jobsPerBuild) return
    yield {
      path: [],
      message: `the pipeline makes ${jobs} jobs, and one upload may make ${jobsPerUpload}`,
      why: 'Buildkite refuses larger uploads',
      hint: 'send it by `kitewright upload`, which splits it, not by `render` and the agent',
    }
  },
}
