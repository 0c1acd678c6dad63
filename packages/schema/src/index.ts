export { spellings } from './spellings.ts'
export { soleSuggestion, suggest } from './suggest.ts'
export type { Path, Span } from './path.ts'
export { isPlainObject, type PlainMap } from './plain-map.ts'
export { isInterpolatedPlace } from './is-interpolated-place.ts'
export {
  interpolatedKey,
  interpolatedText,
  isInterpolated,
  keyExpression,
  keySymbol,
  keySymbolsOf,
  shownName,
  withInterpolatedKeys,
} from './interpolated.ts'
export type { Interpolated, InterpolatedValue } from './interpolated.ts'
export { type StepKind, stepKinds } from './generated/step-kind.ts'
export { fieldOrder } from './generated/field-order.ts'
export { attributeAliases } from './generated/attribute-aliases.ts'
export { attributeNames } from './generated/attribute-names.ts'
export { type LiteralPlace, literalPlaces } from './generated/interpolated-places.ts'
export type {
  StepNotification,
  BuildNotification,
  CommandAttributes,
  BlockAttributes,
  InputAttributes,
  WaitAttributes,
  TriggerAttributes,
  GroupAttributes,
  PipelineAttributes,
  IfChanged,
  Matrix,
  SecretVariable,
  Checkout,
  CacheVolume,
  Retry,
  SoftFailRule,
  Signature,
  TextField,
  SelectField,
  TriggerBuild,
  PipelineCheckout,
  MatrixAdjustment,
  CheckoutFlags,
  SparseCheckout,
  RetryRule,
  ManualRetry,
  NotifyBasecamp,
  NotifySlack,
  NotifyGithubCommitStatus,
  NotifyGithubCheck,
  SelectOption,
  NotifyEmail,
  NotifyWebhook,
  NotifyPagerDuty,
  SlackMessage,
  GithubCommitStatus,
  GithubCheck,
  GithubCheckOutput,
  GithubCheckAnnotation,
} from './generated/attributes.ts'
export type {
  GraphEdge,
  GraphGate,
  GraphJson,
  GraphNode,
  GraphPrerequisite,
  GraphReference,
} from './generated/graph.ts'
