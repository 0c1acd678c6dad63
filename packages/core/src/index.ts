export { interpolated } from './dsl/interpolated.ts'
export { interpolatedKey } from './dsl/interpolated-key.ts'
export { command } from './dsl/command.ts'
export { block } from './dsl/block.ts'
export { input } from './dsl/input.ts'
export { wait } from './dsl/wait.ts'
export { trigger } from './dsl/trigger.ts'
export { group } from './dsl/group.ts'
export { plugin } from './dsl/plugin.ts'
export {
  matrix,
  type MatrixDifference,
  type MatrixDimensions,
  type MatrixOptions,
  type TypedMatrix,
} from './dsl/matrix.ts'
export { externalStep } from './dsl/external-step.ts'
export { ifPresent } from './dsl/if-present.ts'
export { sequence } from './dsl/sequence.ts'
export { script } from './dsl/script.ts'
export { shell, type ShellWords } from './dsl/shell.ts'
export { definePipeline, makePipeline } from './dsl/define-pipeline.ts'
export { evaluatePipeline } from './dsl/evaluate-pipeline.ts'
export { pipelineBrandOf } from './model/pipeline.ts'
export { modelVersion } from './model/brand.ts'
export { givenContext, type GivenContext } from './context/given-context.ts'
export { readBuildContext, type ContextFacts } from './context/read-build-context.ts'
export { compile, type Compilation, type CompileOptions } from './compile.ts'
export { draft } from './draft.ts'
export { isSettled } from './check/is-settled.ts'
export { isAboutTypeScript } from './check/about-typescript.ts'
export { otherVersion } from './resolve/other-version.ts'
export { suggest } from '@kitewright/schema'
export { matchGlob } from './agent/glob/match-glob.ts'
export type { Answer, Answers, Field } from './model/answer.ts'
export type { Build, BuildContext, BuildPipeline, Person, PullRequest } from './model/build-context.ts'
export type { Definition } from './model/definition.ts'
export type { DiagnosticCode, Permissions } from './model/generated/codes.ts'
export type { Dependencies, Dependency, ExternalStep, IfPresent, TolerantDependency } from './model/dependency.ts'
export type { Diagnostic, Mend, RelatedPlace, Severity } from './model/diagnostic.ts'
export type { Edge, Graph, Node } from './model/graph.ts'
export type { Nothing } from './model/nothing.ts'
export type { Origin, TextPlace, Trace } from './model/origin.ts'
export type { Gates, Pipeline, PipelineOptions, PipelineSource, PipelineValue } from './model/pipeline.ts'
export type { Plugin, PluginConfig, PluginEntry } from './model/plugin.ts'
export type {
  BlockOptions,
  BlockStep,
  CommandOptions,
  CommandStep,
  GroupOptions,
  GroupStep,
  InputOptions,
  InputStep,
  Step,
  StepOptions,
  Steps,
  TriggerOptions,
  TriggerStep,
  WaitOptions,
  WaitStep,
} from './model/step.ts'
export type { EmitOptions } from './emit/text-rules.ts'
export type { WireMap, WirePipeline, WireValue } from './emit/wire-pipeline.ts'
export type { Interpolated, StepKind } from '@kitewright/schema'
export { mayNeedParts } from './split/may-need-parts.ts'
export { matchesCode } from './check/matches-code.ts'
export { credentials, isSecretName, isWrittenOut } from './attributes/secrets.ts'
export { slug } from './model/slug.ts'
export { derivedKeyOf } from './resolve/keys.ts'
