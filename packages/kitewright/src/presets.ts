export {
  approval,
  composeTests,
  deploy,
  dockerImage,
  onAgentLoss,
  rollback,
  service,
  smokeTest,
} from '@kitewright/presets'
export type {
  ApprovalOptions,
  Between,
  ComposeTestsOptions,
  DeployOptions,
  DockerImageOptions,
  Environment,
  PartOptions,
  RollbackOptions,
  ServiceOptions,
  SmokeTestOptions,
  Stage,
  StageName,
} from '@kitewright/presets'
