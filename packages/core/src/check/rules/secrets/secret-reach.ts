import { conditions } from '../../../attributes/conditions.ts'
import { assignedNames } from '../../../attributes/assigned-names.ts'
import { filledIn, variableSpan } from '../../../attributes/filled-in-texts.ts'
import { envEntries } from '../../../attributes/env.ts'
import { pluginUses } from '../../../attributes/plugins.ts'
import { asMap, isOn } from '../../../attributes/read-value.ts'
import { declaredSecrets, isSecretName } from '../../../attributes/secrets.ts'
import { stepName } from '../../../model/step-name.ts'
import type { PlainMap } from '@kitewright/schema'
import type { Rule } from '../../rule.ts'
import { leftToShell } from '../outsiders/left-to-shell.ts'

/** A secret that the upload would write into the pipeline (docs/spec/upload.md §6). */
export const secretFilledIn: Rule = {
  code: 'KW6024',
  severity: 'warning',
  mendsByShell: true,
  *check(graph, { readShell }) {
    for (const { node, path, target, names, text } of filledIn(graph)) {
      const name = names.find(isSecretName)
      // KW4109 is about what the command sets itself, KW4110 about secrets that only the job has, KW6023 about those of
      // other pipelines.
      const isTold = node?.kind === 'trigger' && isSecretName(String(path.at(-1)))
      if (name === undefined || isTold || isDeclared(name, graph.attributes, node?.attributes)) continue
      if (assignedNames(text).has(name)) continue
      yield {
        node,
        path,
        target,
        mistake: text,
        span: variableSpan(name, text),
        message: `the upload writes the value of ${name} into the pipeline`,
        why: 'everybody who sees the build would see it: kitewright refuses to upload it where the agent has a value, and so do agents from version 4',
        hint: {
          typescript: `write the command as plain text: the shell of the job reads $${name}`,
          yaml: `write $$${name}: the shell of the job reads it`,
        },
        mend: /^commands?$/.test(String(path[0])) ? leftToShell(text, isSecretName, readShell) : undefined,
      }
    }
  },
}

/** A secret that every step gets. */
export const secretsForAll: Rule = {
  code: 'KW6020',
  severity: 'warning',
  isOptional: true,
  *check(graph) {
    for (const { key, path } of declaredSecrets(graph.attributes['secrets'])) {
      yield {
        path,
        message: `every step gets the secret ${key}`,
        why: 'the code of a pull request, and each tool that a test runs, can read it',
        hint: 'ask for it in the steps that need it',
      }
    }
  },
}

/** A container that is handed the agent's whole environment. */
export const environmentHandedOn: Rule = {
  code: 'KW6021',
  severity: 'warning',
  isOptional: true,
  *check(graph) {
    for (const { node, path, config } of pluginUses(graph)) {
      if (!isOn(asMap(config)['propagate-environment'])) continue
      yield {
        node,
        path: [...path, 'propagate-environment'],
        message: 'the container gets the whole environment of the job',
        why: 'secrets, tokens of the agent and what hooks have set are among it',
        hint: "name the variables that it needs: environment: ['CI', 'NODE_ENV']",
      }
    }
  },
}

/** A secret that a build of a pull request from a fork can read. */
export const secretsForForks: Rule = {
  code: 'KW6022',
  severity: 'warning',
  isOptional: true,
  *check(graph) {
    // Where a function makes the pipeline, it may have asked already.
    if (graph.isComputed) return
    const asking = new Set(
      conditions(graph)
        .filter(({ parts }) => parts.some((part) => part.type === 'variable' && isAboutTrust(part.name)))
        .map(({ node }) => node),
    )
    for (const node of graph.nodes) {
      const [secret] = declaredSecrets(node.attributes['secrets'])
      const group = node.group === undefined ? undefined : graph.nodes[node.group]
      if (secret === undefined || asking.has(node) || (group && asking.has(group))) continue
      yield {
        node,
        path: secret.path,
        message: `${stepName(node.step)} gives ${secret.key} to pull requests too`,
        why: 'in a build of a pull request, a fork included where forks are built, its code reads what the step gets',
        hint: `add if: 'build.pull_request.id == null' to the step, or split what needs the secret from what runs that code`,
      }
    }
  },
}

function isAboutTrust(variable: string): boolean {
  return (
    variable.startsWith('build.pull_request') || variable === 'build.source' || variable.startsWith('build.creator')
  )
}

/** A secret in the environment of another pipeline's build, which everybody who sees that build sees. */
export const secretForOtherPipeline: Rule = {
  code: 'KW6023',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, name, value } of envEntries(graph)) {
      // KW4101 is about values that are written out.
      if (node?.kind !== 'trigger' || !isSecretName(name) || typeof value === 'string') continue
      yield {
        node,
        path,
        message: `${name} is handed to another pipeline's build`,
        why: 'the environment of a build is shown to everybody who sees it, there and in the API',
        hint: 'let that pipeline read the secret from Buildkite secrets',
      }
    }
  },
}

function isDeclared(name: string, ...owners: readonly (PlainMap | undefined)[]): boolean {
  return owners.some((owner) => [...declaredSecrets(owner?.['secrets'])].some(({ variable }) => variable === name))
}
