export { insteadOfForeign } from '../attributes/foreign-words.ts'
export { check } from './check.ts'
export { credentialInText, secretInEnv } from './rules/secrets/written-secret.ts'
export { tooManyJobs } from './rules/limits/too-many-jobs.ts'
