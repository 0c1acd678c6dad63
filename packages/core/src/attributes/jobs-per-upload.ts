/** Jobs that one upload may make (docs/spec/upload.md §10). */
export const jobsPerUpload = 500
