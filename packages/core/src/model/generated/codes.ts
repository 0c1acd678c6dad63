// Written by `pnpm codegen` from packages/kitewright/catalogue/KW*.md. Edit that file instead.

/** The code of a diagnostic. Stable and never reused: KW1xxx structure, KW2xxx limits, KW3xxx order, KW4xxx text and secrets, KW5xxx policy. */
export type DiagnosticCode =
  | 'KW1001'
  | 'KW1002'
  | 'KW1003'
  | 'KW1004'
  | 'KW1005'
  | 'KW1006'
  | 'KW1007'
  | 'KW1008'
  | 'KW1009'
  | 'KW1010'
  | 'KW1011'
  | 'KW1012'
  | 'KW1013'
  | 'KW1014'
  | 'KW1015'
  | 'KW1016'
  | 'KW1017'
  | 'KW1018'
  | 'KW1019'
  | 'KW1020'
  | 'KW1021'
  | 'KW1022'
  | 'KW1023'
  | 'KW1024'
  | 'KW1025'
  | 'KW1026'
  | 'KW1027'
  | 'KW1028'
  | 'KW1029'
  | 'KW1030'
  | 'KW1031'
  | 'KW1032'
  | 'KW1033'
  | 'KW1034'
  | 'KW1035'
  | 'KW1036'
  | 'KW1037'
  | 'KW1039'
  | 'KW1041'
  | 'KW1042'
  | 'KW1043'
  | 'KW1044'
  | 'KW1045'
  | 'KW1046'
  | 'KW1047'
  | 'KW1048'
  | 'KW1049'
  | 'KW1050'
  | 'KW1051'
  | 'KW1052'
  | 'KW2001'
  | 'KW2002'
  | 'KW2006'
  | 'KW2007'
  | 'KW2016'
  | 'KW2017'
  | 'KW2018'
  | 'KW2019'
  | 'KW2090'
  | 'KW3001'
  | 'KW3002'
  | 'KW3003'
  | 'KW3004'
  | 'KW3005'
  | 'KW3006'
  | 'KW3007'
  | 'KW3009'
  | 'KW3010'
  | 'KW3011'
  | 'KW3012'
  | 'KW3013'
  | 'KW3015'
  | 'KW3016'
  | 'KW3017'
  | 'KW3018'
  | 'KW3019'
  | 'KW3021'
  | 'KW3022'
  | 'KW3024'
  | 'KW3025'
  | 'KW3026'
  | 'KW3027'
  | 'KW3028'
  | 'KW3029'
  | 'KW3090'
  | 'KW3101'
  | 'KW3102'
  | 'KW3103'
  | 'KW3104'
  | 'KW3105'
  | 'KW3106'
  | 'KW3107'
  | 'KW3108'
  | 'KW3109'
  | 'KW3110'
  | 'KW3111'
  | 'KW3112'
  | 'KW3113'
  | 'KW3114'
  | 'KW3115'
  | 'KW3116'
  | 'KW3117'
  | 'KW3119'
  | 'KW3120'
  | 'KW3121'
  | 'KW3201'
  | 'KW3202'
  | 'KW3203'
  | 'KW3204'
  | 'KW3205'
  | 'KW3206'
  | 'KW3207'
  | 'KW3208'
  | 'KW3209'
  | 'KW3210'
  | 'KW3211'
  | 'KW3212'
  | 'KW3213'
  | 'KW3214'
  | 'KW3215'
  | 'KW3301'
  | 'KW3302'
  | 'KW3303'
  | 'KW3304'
  | 'KW3305'
  | 'KW3306'
  | 'KW3307'
  | 'KW3308'
  | 'KW4001'
  | 'KW4002'
  | 'KW4003'
  | 'KW4004'
  | 'KW4005'
  | 'KW4006'
  | 'KW4007'
  | 'KW4090'
  | 'KW4091'
  | 'KW4101'
  | 'KW4102'
  | 'KW4103'
  | 'KW4104'
  | 'KW4105'
  | 'KW4106'
  | 'KW4107'
  | 'KW4108'
  | 'KW4109'
  | 'KW4110'
  | 'KW4111'
  | 'KW4112'
  | 'KW5001'
  | 'KW5002'
  | 'KW5003'
  | 'KW5004'
  | 'KW5005'
  | 'KW5006'
  | 'KW5007'
  | 'KW5008'
  | 'KW5090'
  | 'KW5091'
  | 'KW5095'
  | 'KW5101'
  | 'KW5102'
  | 'KW5103'
  | 'KW6001'
  | 'KW6002'
  | 'KW6003'
  | 'KW6004'
  | 'KW6005'
  | 'KW6006'
  | 'KW6007'
  | 'KW6008'
  | 'KW6010'
  | 'KW6011'
  | 'KW6012'
  | 'KW6013'
  | 'KW6014'
  | 'KW6020'
  | 'KW6021'
  | 'KW6022'
  | 'KW6023'
  | 'KW6024'
  | 'KW6030'
  | 'KW6031'
  | 'KW6032'
  | 'KW6033'
  | 'KW6040'
  | 'KW6041'
  | 'KW9001'
  | 'KW9002'
  | 'KW9003'

/** Diagnostics that the author permits, each with the reason: `{ KW3101: 'this notice may be sent before the approval' }`. */
export interface Permissions {
  /** Error: the pipeline has no steps. */
  readonly KW1011?: string
  /** Info: an attribute that Buildkite is not known to have. */
  readonly KW1037?: string
  /** Warning: a form that the schema of Buildkite does not have. */
  readonly KW1039?: string
  /** Info: more jobs than one upload may make. */
  readonly KW2001?: string
  /** Error: more jobs than a build may have. */
  readonly KW2002?: string
  /** Warning: a matrix that makes too many jobs. */
  readonly KW2006?: string
  /** Error: a name or value of a matrix that is too long. */
  readonly KW2007?: string
  /** Warning: a soft failure for an exit status that no failing job has. */
  readonly KW2016?: string
  /** Error: a name that a cache volume cannot have. */
  readonly KW2017?: string
  /** Error: a size that a cache volume cannot have. */
  readonly KW2018?: string
  /** Error: a secret or its variable that Buildkite does not take. */
  readonly KW2019?: string
  /** Error: concurrency without a group. */
  readonly KW3001?: string
  /** Error: a concurrency group without a limit. */
  readonly KW3002?: string
  /** Error: concurrency_method without concurrency. */
  readonly KW3003?: string
  /** Error: if and branches on one step. */
  readonly KW3004?: string
  /** Error: matrix and parallelism on one step. */
  readonly KW3005?: string
  /** Error: an adjustment of an unknown dimension. */
  readonly KW3006?: string
  /** Warning: an adjustment that skips nothing. */
  readonly KW3007?: string
  /** Error: a matrix token of an unknown dimension. */
  readonly KW3009?: string
  /** Warning: a matrix token in a step without a matrix. */
  readonly KW3010?: string
  /** Warning: a matrix whose values no job sees. */
  readonly KW3011?: string
  /** Error: a matrix token where it is not filled in. */
  readonly KW3012?: string
  /** Error: two fields with the same key. */
  readonly KW3013?: string
  /** Error: a default that is not an option. */
  readonly KW3015?: string
  /** Error: several defaults where one can be chosen. */
  readonly KW3016?: string
  /** Warning: two options with the same value. */
  readonly KW3017?: string
  /** Warning: a reason against retries that are allowed. */
  readonly KW3018?: string
  /** Warning: a rule of automatic retry that is never reached. */
  readonly KW3019?: string
  /** Warning: a pattern of changed files that matches nothing. */
  readonly KW3021?: string
  /** Warning: if_changed without a pattern. */
  readonly KW3022?: string
  /** Error: branch patterns that are not separated by blanks. */
  readonly KW3024?: string
  /** Error: a regular expression in branches. */
  readonly KW3025?: string
  /** Warning: a trigger that forgives what it does not wait for. */
  readonly KW3026?: string
  /** Warning: options beside their plugin. */
  readonly KW3027?: string
  /** Warning: a reason to skip that says no. */
  readonly KW3028?: string
  /** Warning: a dollar sign before a value of the matrix. */
  readonly KW3029?: string
  /** Warning: a step after a block that does not wait for it. */
  readonly KW3101?: string
  /** Warning: a step after a wait that does not wait for it. */
  readonly KW3102?: string
  /** Error: a step that can never start. */
  readonly KW3103?: string
  /** Error: a gate that does not hold. */
  readonly KW3104?: string
  /** Error: gates that name no step. */
  readonly KW3105?: string
  /** Warning: a block that holds nothing back. */
  readonly KW3106?: string
  /** Info: a wait that changes nothing. */
  readonly KW3107?: string
  /** Warning: continue_on_failure beside a block. */
  readonly KW3108?: string
  /** Info: a dependency that another one waits for already. */
  readonly KW3109?: string
  /** Warning: a dependency that is lost where a step is left out. */
  readonly KW3110?: string
  /** Warning: jobs of one concurrency group with different limits. */
  readonly KW3111?: string
  /** Warning: jobs of one concurrency group with different methods. */
  readonly KW3112?: string
  /** Info: a key that is known only at upload. */
  readonly KW3113?: string
  /** Info: a wait that names what it waits for. */
  readonly KW3114?: string
  /** Warning: a block inside a concurrency gate. */
  readonly KW3115?: string
  /** Warning: a dependency on a key that only nearly exists. */
  readonly KW3116?: string
  /** Info: a dependency on a key of another upload. */
  readonly KW3117?: string
  /** Warning: a deploy that may pass its block. */
  readonly KW3119?: string
  /** Warning: an older build deploys over a newer one. */
  readonly KW3120?: string
  /** Warning: a deploy of an image that another build may have pushed. */
  readonly KW3121?: string
  /** Error: a condition that cannot be read. */
  readonly KW3201?: string
  /** Error: a variable or function of a condition that does not exist. */
  readonly KW3202?: string
  /** Error: values in a condition that do not go together. */
  readonly KW3203?: string
  /** Error: a regular expression that Buildkite refuses. */
  readonly KW3204?: string
  /** Error: a variable of a condition that is not there. */
  readonly KW3205?: string
  /** Error: a condition that is neither true nor false. */
  readonly KW3206?: string
  /** Error: a variable compared with a word that it never is. */
  readonly KW3207?: string
  /** Error: an environment variable that conditions cannot see. */
  readonly KW3208?: string
  /** Warning: build.state in the notification of a step. */
  readonly KW3209?: string
  /** Warning: a variable compared with null that never is null. */
  readonly KW3210?: string
  /** Warning: a regular expression that looks for a dollar sign. */
  readonly KW3211?: string
  /** Warning: a condition that is the same in every build. */
  readonly KW3212?: string
  /** Warning: a blank condition. */
  readonly KW3213?: string
  /** Warning: how the build ends, asked before it runs. */
  readonly KW3214?: string
  /** Warning: a "!" that may bind to the wrong part of a condition. */
  readonly KW3215?: string
  /** Warning: an empty command. */
  readonly KW3301?: string
  /** Warning: an artifact that is downloaded too early. */
  readonly KW3302?: string
  /** Warning: artifact paths that are separated by commas. */
  readonly KW3303?: string
  /** Warning: not a place in Slack. */
  readonly KW3304?: string
  /** Warning: a reason for a retry that no job has. */
  readonly KW3305?: string
  /** Warning: a trigger that names no pipeline. */
  readonly KW3306?: string
  /** Warning: a variable that no shell can read. */
  readonly KW3307?: string
  /** Warning: a command in the build of a trigger. */
  readonly KW3308?: string
  /** Error: interpolated where the agent does not interpolate. */
  readonly KW4001?: string
  /** Warning: an escaped dollar sign in literal text. */
  readonly KW4002?: string
  /** Warning: a secret written into the environment. */
  readonly KW4101?: string
  /** Warning: a credential in text. */
  readonly KW4102?: string
  /** Warning: a secret as a plugin option. */
  readonly KW4103?: string
  /** Warning: a variable where nothing fills it in. */
  readonly KW4104?: string
  /** Warning: a shell's variable that no shell reads. */
  readonly KW4105?: string
  /** Warning: an interpolation of the step's own variable. */
  readonly KW4106?: string
  /** Info: an interpolation without a variable. */
  readonly KW4107?: string
  /** Warning: a variable in a key. */
  readonly KW4108?: string
  /** Warning: an interpolation of what the command sets itself. */
  readonly KW4109?: string
  /** Warning: an interpolation of what only the job knows. */
  readonly KW4110?: string
  /** Warning: an interpolation of PowerShell's environment. */
  readonly KW4111?: string
  /** Warning: a password in plain sight that protects nothing. */
  readonly KW4112?: string
  /** Warning: a plugin without a version. */
  readonly KW5001?: string
  /** Warning: a plugin that follows a branch. */
  readonly KW5002?: string
  /** Warning: a deploy that may fail softly. */
  readonly KW5003?: string
  /** Warning: a deploy that may run twice at once. */
  readonly KW5004?: string
  /** Warning: a deploy without a time limit. */
  readonly KW5005?: string
  /** Info: a step that is not retried where its agent is lost. */
  readonly KW5006?: string
  /** Info: a step without a time limit. */
  readonly KW5007?: string
  /** Warning: a publish that may fail unnoticed. */
  readonly KW5008?: string
  /** Warning: an outsider's text in a command. */
  readonly KW6001?: string
  /** Warning: an outsider's text in the agents of a step. */
  readonly KW6002?: string
  /** Warning: an outsider's text in the name of a plugin. */
  readonly KW6003?: string
  /** Warning: an outsider's text that is handed on. */
  readonly KW6004?: string
  /** Warning: an outsider's text that is run as a program. */
  readonly KW6006?: string
  /** Warning: an outsider's text without quotes. */
  readonly KW6007?: string
  /** Warning: an outsider's text in steps that are uploaded. */
  readonly KW6008?: string
  /** Warning: a download that is run at once. */
  readonly KW6010?: string
  /** Warning: an image that moves. */
  readonly KW6011?: string
  /** Info: an image without a digest. */
  readonly KW6012?: string
  /** Info: a plugin by a tag. */
  readonly KW6013?: string
  /** Warning: a tool without a version. */
  readonly KW6014?: string
  /** Warning: a secret for every step. */
  readonly KW6020?: string
  /** Warning: a container that gets the whole environment. */
  readonly KW6021?: string
  /** Warning: a secret in reach of pull requests. */
  readonly KW6022?: string
  /** Warning: a secret handed to another pipeline. */
  readonly KW6023?: string
  /** Warning: a secret that the upload would write into the pipeline. */
  readonly KW6024?: string
  /** Warning: a deploy that a commit decides. */
  readonly KW6030?: string
  /** Warning: a deploy by a part of a branch's name. */
  readonly KW6031?: string
  /** Info: a deploy that the name of a branch alone decides. */
  readonly KW6032?: string
  /** Info: an approval by anybody. */
  readonly KW6033?: string
  /** Warning: a release that reads a shared cache. */
  readonly KW6040?: string
  /** Warning: a container with the machine in its reach. */
  readonly KW6041?: string
}
