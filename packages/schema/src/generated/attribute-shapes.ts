// Written by `pnpm codegen` from schemas/pipeline.schema.json. Edit that file instead.

/** A shape: a TypeScript type by its name, a scalar, words, alternatives, a list, a map or an object with known properties. */
export interface AttributeShape {
  readonly tsType?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly AttributeShape[]
  readonly items?: AttributeShape
  readonly properties?: { readonly [name: string]: AttributeShape }
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | AttributeShape
}

/** The shapes of the types of attributes.ts, by the types' names. */
export const attributeShapes: { readonly [type: string]: AttributeShape } = {
  CommandAttributes: {
    type: 'object',
    properties: {
      label: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      key: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      command: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
      allow_dependency_failure: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      branches: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
      if_changed: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'IfChanged' },
          { tsType: 'Interpolated' },
        ],
      },
      skip: { anyOf: [{ type: 'boolean' }, { type: 'string' }, { tsType: 'Interpolated' }] },
      matrix: {
        anyOf: [
          {
            type: 'array',
            items: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }] },
          },
          { tsType: 'Matrix' },
        ],
      },
      parallelism: { anyOf: [{ type: 'integer' }, { tsType: 'Interpolated' }] },
      env: {
        type: 'object',
        additionalProperties: {
          anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }],
        },
      },
      secrets: {
        anyOf: [
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'SecretVariable' }] } },
          { type: 'object', additionalProperties: { type: 'string' } },
        ],
      },
      image: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      agents: {
        anyOf: [
          {
            type: 'object',
            additionalProperties: {
              anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }],
            },
          },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
        ],
      },
      priority: { anyOf: [{ type: 'integer' }, { tsType: 'Interpolated' }] },
      checkout: { tsType: 'Checkout' },
      cache: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'CacheVolume' },
          { enum: [false] },
          { tsType: 'Interpolated' },
        ],
      },
      artifact_paths: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
      timeout_in_minutes: { anyOf: [{ type: 'integer' }, { tsType: 'Interpolated' }] },
      retry: { tsType: 'Retry' },
      soft_fail: {
        anyOf: [{ type: 'boolean' }, { type: 'array', items: { tsType: 'SoftFailRule' } }, { tsType: 'Interpolated' }],
      },
      cancel_on_build_failing: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      concurrency: { anyOf: [{ type: 'integer' }, { tsType: 'Interpolated' }] },
      concurrency_group: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      concurrency_method: { anyOf: [{ enum: ['ordered', 'eager'] }, { tsType: 'Interpolated' }] },
      notify: { type: 'array', items: { tsType: 'StepNotification' } },
      signature: { tsType: 'Signature' },
    },
    required: ['command'],
    additionalProperties: false,
  },
  BlockAttributes: {
    type: 'object',
    properties: {
      block: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      key: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      prompt: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      submit: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      fields: { type: 'array', items: { anyOf: [{ tsType: 'TextField' }, { tsType: 'SelectField' }] } },
      blocked_state: { anyOf: [{ enum: ['passed', 'failed', 'running'] }, { tsType: 'Interpolated' }] },
      allowed_teams: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
      allow_dependency_failure: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      branches: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
    },
    required: ['block'],
    additionalProperties: false,
  },
  InputAttributes: {
    type: 'object',
    properties: {
      input: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      key: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      prompt: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      submit: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      fields: { type: 'array', items: { anyOf: [{ tsType: 'TextField' }, { tsType: 'SelectField' }] } },
      blocked_state: { anyOf: [{ enum: ['passed', 'failed', 'running'] }, { tsType: 'Interpolated' }] },
      allowed_teams: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
      allow_dependency_failure: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      branches: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
    },
    required: ['input'],
    additionalProperties: false,
  },
  WaitAttributes: {
    type: 'object',
    properties: {
      wait: { anyOf: [{ type: 'string' }, { type: 'null' }, { tsType: 'Interpolated' }] },
      key: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      continue_on_failure: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      allow_dependency_failure: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      branches: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
    },
    required: [],
    additionalProperties: false,
  },
  TriggerAttributes: {
    type: 'object',
    properties: {
      trigger: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      label: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      key: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      build: { tsType: 'TriggerBuild' },
      async: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      allow_dependency_failure: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      branches: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
      if_changed: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'IfChanged' },
          { tsType: 'Interpolated' },
        ],
      },
      skip: { anyOf: [{ type: 'boolean' }, { type: 'string' }, { tsType: 'Interpolated' }] },
      parallelism: { anyOf: [{ type: 'integer' }, { tsType: 'Interpolated' }] },
      soft_fail: {
        anyOf: [{ type: 'boolean' }, { type: 'array', items: { tsType: 'SoftFailRule' } }, { tsType: 'Interpolated' }],
      },
    },
    required: ['trigger'],
    additionalProperties: false,
  },
  GroupAttributes: {
    type: 'object',
    properties: {
      group: { anyOf: [{ type: 'string' }, { type: 'null' }, { tsType: 'Interpolated' }] },
      key: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      allow_dependency_failure: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      if_changed: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'IfChanged' },
          { tsType: 'Interpolated' },
        ],
      },
      skip: { anyOf: [{ type: 'boolean' }, { type: 'string' }, { tsType: 'Interpolated' }] },
      notify: { type: 'array', items: { tsType: 'BuildNotification' } },
    },
    required: ['group'],
    additionalProperties: false,
  },
  PipelineAttributes: {
    type: 'object',
    properties: {
      env: {
        type: 'object',
        additionalProperties: {
          anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }],
        },
      },
      agents: {
        anyOf: [
          {
            type: 'object',
            additionalProperties: {
              anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }],
            },
          },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
        ],
      },
      image: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      secrets: {
        anyOf: [
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'SecretVariable' }] } },
          { type: 'object', additionalProperties: { type: 'string' } },
        ],
      },
      checkout: { tsType: 'PipelineCheckout' },
      cache: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'CacheVolume' },
          { enum: [false] },
          { tsType: 'Interpolated' },
        ],
      },
      priority: { anyOf: [{ type: 'integer' }, { tsType: 'Interpolated' }] },
      notify: { type: 'array', items: { tsType: 'BuildNotification' } },
    },
    required: [],
    additionalProperties: false,
  },
  IfChanged: {
    type: 'object',
    properties: {
      include: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
      exclude: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
    },
    required: ['include'],
    additionalProperties: false,
  },
  Matrix: {
    type: 'object',
    properties: {
      setup: {
        anyOf: [
          {
            type: 'array',
            items: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }] },
          },
          {
            type: 'object',
            additionalProperties: {
              type: 'array',
              items: {
                anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }],
              },
            },
          },
        ],
      },
      adjustments: { type: 'array', items: { tsType: 'MatrixAdjustment' } },
    },
    required: ['setup'],
    additionalProperties: false,
  },
  SecretVariable: {
    type: 'object',
    properties: { key: { type: 'string' }, environment_variable: { type: 'string' } },
    required: ['key'],
    additionalProperties: false,
  },
  Checkout: {
    type: 'object',
    properties: {
      skip: { type: 'boolean' },
      submodules: { type: 'boolean' },
      lfs: { type: 'boolean' },
      depth: { type: 'integer' },
      flags: { tsType: 'CheckoutFlags' },
      sparse: { tsType: 'SparseCheckout' },
      ssh_secret: { type: 'string' },
      commit_verification: { anyOf: [{ enum: ['strict', 'warn', 'off'] }, { tsType: '(string & {})' }] },
    },
    required: [],
    additionalProperties: false,
  },
  CacheVolume: {
    type: 'object',
    properties: {
      name: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      size: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      paths: { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
    },
    required: ['paths'],
    additionalProperties: false,
  },
  Retry: {
    type: 'object',
    properties: {
      automatic: {
        anyOf: [
          { type: 'boolean' },
          { tsType: 'RetryRule' },
          { type: 'array', items: { tsType: 'RetryRule' } },
          { tsType: 'Interpolated' },
        ],
      },
      manual: { anyOf: [{ type: 'boolean' }, { tsType: 'ManualRetry' }, { tsType: 'Interpolated' }] },
    },
    required: [],
    additionalProperties: false,
  },
  SoftFailRule: {
    type: 'object',
    properties: { exit_status: { anyOf: [{ enum: ['*'] }, { type: 'integer' }, { tsType: 'Interpolated' }] } },
    required: ['exit_status'],
    additionalProperties: false,
  },
  StepNotification: {
    anyOf: [
      { enum: ['github_check', 'github_commit_status'] },
      { tsType: 'NotifyBasecamp' },
      { tsType: 'NotifySlack' },
      { tsType: 'NotifyGithubCommitStatus' },
      { tsType: 'NotifyGithubCheck' },
    ],
  },
  Signature: {
    type: 'object',
    properties: {
      algorithm: { type: 'string' },
      signed_fields: { type: 'array', items: { type: 'string' } },
      value: { type: 'string' },
    },
    required: [],
    additionalProperties: false,
  },
  TextField: {
    type: 'object',
    properties: {
      text: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      key: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      hint: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      required: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      default: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      format: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['key', 'text'],
    additionalProperties: false,
  },
  SelectField: {
    type: 'object',
    properties: {
      select: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      key: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      hint: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      required: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      multiple: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      default: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
          { tsType: 'Interpolated' },
        ],
      },
      options: { type: 'array', items: { tsType: 'SelectOption' } },
    },
    required: ['key', 'options', 'select'],
    additionalProperties: false,
  },
  TriggerBuild: {
    type: 'object',
    properties: {
      message: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      commit: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      branch: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      env: {
        type: 'object',
        additionalProperties: {
          anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }],
        },
      },
      meta_data: {
        type: 'object',
        additionalProperties: {
          anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { tsType: 'Interpolated' }],
        },
      },
    },
    required: [],
    additionalProperties: false,
  },
  BuildNotification: {
    anyOf: [
      { enum: ['github_check', 'github_commit_status'] },
      { tsType: 'NotifyEmail' },
      { tsType: 'NotifyBasecamp' },
      { tsType: 'NotifySlack' },
      { tsType: 'NotifyWebhook' },
      { tsType: 'NotifyPagerDuty' },
      { tsType: 'NotifyGithubCommitStatus' },
      { tsType: 'NotifyGithubCheck' },
    ],
  },
  PipelineCheckout: {
    type: 'object',
    properties: {
      skip: { type: 'boolean' },
      submodules: { type: 'boolean' },
      lfs: { type: 'boolean' },
      depth: { type: 'integer' },
      flags: { tsType: 'CheckoutFlags' },
      sparse: { tsType: 'SparseCheckout' },
      commit_verification: { anyOf: [{ enum: ['strict', 'warn', 'off'] }, { tsType: '(string & {})' }] },
    },
    required: [],
    additionalProperties: false,
  },
  MatrixAdjustment: {
    type: 'object',
    properties: {
      with: {
        anyOf: [
          {
            type: 'object',
            additionalProperties: {
              anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }, { tsType: 'Interpolated' }],
            },
          },
          { type: 'string' },
          { type: 'integer' },
          { type: 'boolean' },
          { tsType: 'Interpolated' },
        ],
      },
      skip: { anyOf: [{ type: 'boolean' }, { type: 'string' }] },
      soft_fail: {
        anyOf: [{ type: 'boolean' }, { type: 'array', items: { tsType: 'SoftFailRule' } }, { tsType: 'Interpolated' }],
      },
    },
    required: ['with'],
    additionalProperties: false,
  },
  CheckoutFlags: {
    type: 'object',
    properties: {
      clone: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      fetch: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      checkout: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      clean: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: [],
    additionalProperties: false,
  },
  SparseCheckout: {
    type: 'object',
    properties: { paths: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } },
    required: ['paths'],
    additionalProperties: false,
  },
  RetryRule: {
    type: 'object',
    properties: {
      exit_status: {
        anyOf: [
          { enum: ['*'] },
          { type: 'integer' },
          { type: 'array', items: { type: 'integer' } },
          { tsType: 'Interpolated' },
        ],
      },
      signal: {
        anyOf: [
          { enum: ['*', 'none', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGABRT', 'SIGKILL', 'SIGSEGV', 'SIGPIPE', 'SIGTERM'] },
          { tsType: '(string & {})' },
          {
            type: 'array',
            items: {
              anyOf: [
                {
                  enum: [
                    '*',
                    'none',
                    'SIGHUP',
                    'SIGINT',
                    'SIGQUIT',
                    'SIGABRT',
                    'SIGKILL',
                    'SIGSEGV',
                    'SIGPIPE',
                    'SIGTERM',
                  ],
                },
                { tsType: '(string & {})' },
                { tsType: 'Interpolated' },
              ],
            },
          },
          { tsType: 'Interpolated' },
        ],
      },
      signal_reason: {
        anyOf: [
          {
            enum: [
              '*',
              'none',
              'agent_incompatible',
              'agent_refused',
              'agent_stop',
              'cancel',
              'process_run_error',
              'signature_rejected',
              'stack_error',
            ],
          },
          { tsType: '(string & {})' },
          {
            type: 'array',
            items: {
              anyOf: [
                {
                  enum: [
                    '*',
                    'none',
                    'agent_incompatible',
                    'agent_refused',
                    'agent_stop',
                    'cancel',
                    'process_run_error',
                    'signature_rejected',
                    'stack_error',
                  ],
                },
                { tsType: '(string & {})' },
                { tsType: 'Interpolated' },
              ],
            },
          },
          { tsType: 'Interpolated' },
        ],
      },
      limit: { anyOf: [{ type: 'integer' }, { tsType: 'Interpolated' }] },
    },
    required: [],
    additionalProperties: false,
  },
  ManualRetry: {
    type: 'object',
    properties: {
      allowed: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      permit_on_passed: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
      reason: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: [],
    additionalProperties: false,
  },
  NotifyBasecamp: {
    type: 'object',
    properties: {
      basecamp_campfire: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['basecamp_campfire'],
    additionalProperties: false,
  },
  NotifySlack: {
    type: 'object',
    properties: {
      slack: { anyOf: [{ type: 'string' }, { tsType: 'SlackMessage' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['slack'],
    additionalProperties: false,
  },
  NotifyGithubCommitStatus: {
    type: 'object',
    properties: {
      github_commit_status: { tsType: 'GithubCommitStatus' },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['github_commit_status'],
    additionalProperties: false,
  },
  NotifyGithubCheck: {
    type: 'object',
    properties: {
      github_check: { tsType: 'GithubCheck' },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['github_check'],
    additionalProperties: false,
  },
  SelectOption: {
    type: 'object',
    properties: {
      label: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      value: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      hint: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      required: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
    },
    required: ['label', 'value'],
    additionalProperties: false,
  },
  NotifyEmail: {
    type: 'object',
    properties: {
      email: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['email'],
    additionalProperties: false,
  },
  NotifyWebhook: {
    type: 'object',
    properties: {
      webhook: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['webhook'],
    additionalProperties: false,
  },
  NotifyPagerDuty: {
    type: 'object',
    properties: {
      pagerduty_change_event: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      if: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['pagerduty_change_event'],
    additionalProperties: false,
  },
  SlackMessage: {
    type: 'object',
    properties: {
      channels: { type: 'array', items: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] } },
      message: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['channels'],
    additionalProperties: false,
  },
  GithubCommitStatus: {
    type: 'object',
    properties: {
      context: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      blocked_builds_as_pending: { anyOf: [{ type: 'boolean' }, { tsType: 'Interpolated' }] },
    },
    required: [],
    additionalProperties: false,
  },
  GithubCheck: {
    type: 'object',
    properties: {
      name: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      output: { tsType: 'GithubCheckOutput' },
    },
    required: [],
    additionalProperties: false,
  },
  GithubCheckOutput: {
    type: 'object',
    properties: {
      title: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      summary: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      text: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      annotations: { type: 'array', items: { tsType: 'GithubCheckAnnotation' } },
    },
    required: [],
    additionalProperties: false,
  },
  GithubCheckAnnotation: {
    type: 'object',
    properties: {
      path: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      start_line: { type: 'integer' },
      end_line: { type: 'integer' },
      annotation_level: { enum: ['notice', 'warning', 'failure'] },
      message: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      start_column: { type: 'integer' },
      end_column: { type: 'integer' },
      title: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
      raw_details: { anyOf: [{ type: 'string' }, { tsType: 'Interpolated' }] },
    },
    required: ['path', 'start_line', 'end_line', 'annotation_level', 'message'],
    additionalProperties: false,
  },
}
