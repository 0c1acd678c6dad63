import { jobCount } from '../../../attributes/job-count.ts'
import { jobsPerUpload } from '../../../attributes/jobs-per-upload.ts'
import type { Rule } from '../../rule.ts'

/** More than this is KW2002's to report. */
const perBuild = 4000

/** More jobs than one upload may make (docs/spec/upload.md §10). */
export const tooManyJobs: Rule = {
  code: 'KW2001',
  severity: 'info',
  *check({ nodes }) {
    const jobs = nodes.reduce((sum, node) => sum + jobCount(node), 0)
    if (jobs <= jobsPerUpload || jobs > perBuild) return
    yield {
      path: [],
      message: `the pipeline makes ${jobs} jobs, and one upload may make ${jobsPerUpload}`,
      why: 'Buildkite refuses larger uploads',
      hint: 'send it by `kitewright upload`, which splits it, not by `render` and the agent',
    }
  },
}
