import * as z from 'zod/mini'

const codes = (does: string) =>
  z
    .array(z.string({ error: 'wants codes, such as "KW3101"' }), { error: 'wants a list of codes: ["KW3101"]' })
    .check(z.describe(does))

const text = (does: string) => z.optional(z.string({ error: 'wants a text' }).check(z.describe(does)))

const build = z.strictObject(
  {
    branch: text('The branch that is built.'),
    tag: text('The tag that is built.'),
    message: text("The build's message."),
    pull_request: z.optional(
      z
        .int({ error: 'wants the number of a pull request' })
        .check(z.positive(), z.describe('The pull request that is built.')),
    ),
    env: z.optional(
      z
        .record(z.string(), z.string({ error: 'wants a text' }), { error: 'wants a map of text: { "NAME": "value" }' })
        .check(z.describe('More variables of the environment.')),
    ),
    changed: z.optional(
      z
        .array(z.string({ error: 'wants the path of a file' }), { error: 'wants a list of files' })
        .check(z.describe('The files that have changed. Everything, unless given.')),
    ),
  },
  { error: 'wants a build: { "branch": "release/1" }' },
)

/** The one description of `kitewright.config.json`; `pnpm codegen` makes `schemas/config.schema.json` of it, for editors. */
export const configShape = z
  .strictObject(
    {
      $schema: text('Where the schema of this file is.'),
      raise: z.optional(codes('Diagnostics that count as errors: codes, or how they begin.')),
      also: z.optional(codes('Optional rules that are on: codes, or how they begin.')),
      allow: z.optional(
        z
          .record(z.string(), z.string({ error: 'wants the reason, in a text' }).check(z.minLength(1)), {
            error: 'wants a map from codes to reasons: { "KW5001": "our mirror pins" }',
          })
          .check(z.describe('Diagnostics that are permitted everywhere, each with the reason.')),
      ),
      contexts: z.optional(
        z
          .array(build, { error: 'wants a list of builds: [{ "branch": "release/1" }]' })
          .check(z.describe('Builds for which the pipeline is checked too.')),
      ),
      deploys: z.optional(
        z
          .array(z.string({ error: 'wants a pattern of keys, such as "*deploy*prod*"' }), {
            error: 'wants a list of patterns: ["*deploy*prod*"]',
          })
          .check(z.describe('Patterns of the keys of the steps that deploy; those that look like it unless given.')),
      ),
      guards: z.optional(
        z
          .record(z.string(), z.string({ error: 'wants the reason, in a text' }).check(z.minLength(1)), {
            error: 'wants a map from patterns of keys to reasons: { "deploy-*": "our plugin looks what is deployed" }',
          })
          .check(
            z.describe(
              'Patterns of the keys of steps that refuse what is older than what is deployed, each with what does so. Without it, what a step runs is read.',
            ),
          ),
      ),
    },
    { error: 'wants a map of settings' },
  )
  .check(
    z.meta({
      title: 'kitewright.config.json',
      description:
        'What a team decides once, for every command of kitewright that checks. It lies beside the pipeline, or at the root of the repository.',
    }),
  )
