import type { Rule } from '../rule.ts'
import { tooManyJobsInBuild } from '../rules/too-many-jobs-in-build.ts'
import { tooManyJobs } from '../rules/too-many-jobs.ts'

/** How many jobs a pipeline makes. */
export const rules: readonly Rule[] = [tooManyJobs, tooManyJobsInBuild]
