/** Jobs that one upload may make (docs/spec/upload.md §10). */
export const jobsPerUpload = 500

/** Jobs that one build may have, retries included (docs/spec/upload.md §10). */
export const jobsPerBuild = 4000
