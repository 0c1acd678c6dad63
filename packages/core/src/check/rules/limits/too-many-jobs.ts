import { jobCount } from '../../../attributes/jobs.ts'
import { jobsPerBuild, jobsPerUpload } from '../../../attributes/limits.ts'
import type { Graph } from '../../../model/graph.ts'
import type { Rule } from '../../rule.ts'

/** More jobs than one upload may make (docs/spec/upload.md §10), and no more than a build may have. */
export const tooManyJobs: Rule = {
  code: 'KW2001',
  severity: 'info',
  *check(graph) {
    const jobs = jobsOf(graph)
    if (jobs <= jobsPerUpload || jobs > jobsPerBuild) return
    yield {
      path: [],
      message: `the pipeline makes ${jobs} jobs, and one upload may make ${jobsPerUpload}`,
      why: 'Buildkite refuses larger uploads',
      hint: 'send it by `kitewright upload`, which splits it, not by `render` and the agent',
    }
  },
}

/** More jobs than a build may have, retries included (docs/spec/upload.md §10). */
export const tooManyJobsInBuild: Rule = {
  code: 'KW2002',
  severity: 'error',
  *check(graph) {
    const jobs = jobsOf(graph)
    if (jobs <= jobsPerBuild) return
    yield {
      path: [],
      message: `the pipeline makes ${jobs} jobs, and a build may have ${jobsPerBuild}`,
      why: 'Buildkite refuses further jobs once the build has that many, retries included',
      hint: 'let each job do more, or hand parts over to other pipelines with trigger({ … })',
    }
  },
}

function jobsOf({ nodes }: Graph): number {
  return nodes.reduce((sum, node) => sum + jobCount(node), 0)
}
