/** Jobs that one upload may make (upload.md §10). */
export const jobsPerUpload = 500
