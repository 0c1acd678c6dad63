/** What a command of a deploy does, as far as its words say it. */
export type DeployWork = 'replaces' | 'harmless' | undefined

/** Calls that put what they are given in the place of what runs, whichever is newer. */
const replacing: readonly RegExp[] = [
  /^kubectl (?:.* )?(?:apply|replace|patch|set image|rollout restart)\b/,
  /^helm (?:.* )?(?:upgrade|install)\b/,
  /^docker (?:.* )?(?:stack deploy|service update)\b/,
  /^aws (?:.* )?(?:ecs update-service|lambda update-function-code|cloudformation deploy|s3 (?:sync|cp))\b/,
  /^gcloud (?:.* )?(?:run deploy|app deploy|functions deploy)\b/,
  /^(?:npx )?(?:serverless|sls|cdk|firebase|kamal) deploy\b/,
  /^fly(?:ctl)? deploy\b/,
]

/** Calls that neither deploy nor decide whether something else does. */
const harmless: readonly RegExp[] = [
  /^(?:echo|printf|cd|pwd|ls|cat|set|export|unset|source|mkdir|cp|mv|rm|chmod|tar|unzip|gunzip|sleep|true|:)(?: |$)/,
  /^(?:exit|return|test|\[|\[\[|\(\(|shift|local|read|trap|wait|grep|sed|awk|cut|tr|head|tail|jq|date)(?: |$)/,
  /^(?:command -v|which|type|hash)(?: |$)/,
  /^(?:npm|pnpm|yarn|bundle|pip3?|poetry|gem) (?:ci|install)(?: |$)/,
  /^buildkite-agent (?:artifact|meta-data|annotate)\b/,
  /^kubectl (?:.* )?(?:rollout status|get|config|wait|describe)\b/,
  /^docker (?:.* )?(?:login|pull|tag|push)\b/,
  /^aws (?:.* )?(?:ecr get-login-password|ecs wait|eks update-kubeconfig|sts)\b/,
  /^(?:cdk synth|helm (?:repo|dependency))\b/,
]

/**
 * Whether a command replaces what runs, or does nothing of importance to a deploy. Undefined where it is not known: it may
 * deploy, and it may refuse to.
 */
export function deployWork(words: readonly string[]): DeployWork {
  const line = words.join(' ')
  if (replacing.some((call) => call.test(line))) return 'replaces'
  return line === '' || harmless.some((call) => call.test(line)) ? 'harmless' : undefined
}
