export { check } from './check.ts'
export { mayNeedShell } from './may-need-shell.ts'
export { credentialInText, secretInEnv } from './rules/secrets/written-secret.ts'
export { tooManyJobs } from './rules/limits/too-many-jobs.ts'
