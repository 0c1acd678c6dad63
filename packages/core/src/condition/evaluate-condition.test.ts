import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specTable } from '../../../../test/spec-table.ts'
import type { ConditionEntry } from './check-condition.ts'
import type { ConditionContext, ConditionValue } from './condition-context.ts'
import { evaluateCondition } from './evaluate-condition.ts'

/** A line of the truth table of Buildkite's reference evaluator. */
interface Case {
  readonly id: string
  readonly mode: 'validate' | 'evaluate'
  readonly entry: ConditionEntry
  readonly expr: string
  readonly vars?: Readonly<Record<string, ConditionValue>>
  readonly env?: Readonly<Record<string, string>>
  readonly projectEnv?: Readonly<Record<string, string>>
  readonly extra?: Readonly<Record<string, unknown>>
  readonly expect: boolean | 'ok' | { readonly error: string }
}

const { cases } = specTable<{ readonly cases: readonly Case[] }>('conditionals-cases.json')

/** The facts of the table, which names them otherwise and leaves the base of a merge queue's diff to be chosen. */
function readFacts({ extra = {}, vars = {} }: Case): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {}
  for (const [name, value] of Object.entries(extra)) facts[name.replace('.', '_').toUpperCase()] = String(value)
  const base = extra['pipeline.use_merge_queue_base_commit_for_git_diff_base'] ? 'base_commit' : 'base_branch'
  if (extra['merge_queue.active']) facts['GIT_DIFF_BASE'] = String(vars[`build.merge_queue.${base}`])
  return facts
}

describe('the table of conditions', () => {
  test.each(cases.filter(({ mode }) => mode === 'evaluate'))('$id: $expr', (line) => {
    const { entry, vars = {}, env, projectEnv } = line
    const result = evaluateCondition(line.expr, {
      entry,
      variables: vars,
      env,
      pipelineEnv: projectEnv,
      facts: readFacts(line),
    })
    expect('error' in result ? { error: result.error } : result.value).toEqual(line.expect)
  })
})

function evaluate(text: string, context: Partial<ConditionContext> = {}): unknown {
  const result = evaluateCondition(text, { entry: 'build_condition', variables: {}, ...context })
  return 'error' in result ? `${result.error}: ${result.message}` : result.value
}

describe('regular expressions', () => {
  test.each([
    ['v1', '/^V(?i)1/', false],
    ['V1', '/(?i)^v/', true],
    ['aB', '/^a(?i:b)$/', true],
    ['AB', '/^a(?i:b)$/', false],
    ['aXz', '/a(?i)[w-y]z/', true],
    ['a]', '/^[]a]+$/', true],
    ['b', '/^[^]a]$/', true],
    ['-', '/^[\\w-]$/', true],
    ['.', '/^[\\w-.]$/', true],
    ['a-b', '/^[[:alpha:]-]+$/', true],
    ['7', '/[[:^digit:]]/', false],
    ['x', '/[^[:digit:]]/', true],
    ['ab', '/a(?#comment)b/', true],
    ['aab', '/a(?#comment)+b/', true],
    ['a}', '/^a}$/', true],
    ['a{b', '/^a{b$/', true],
    ['aaa', '/^a{3}$/', true],
    ['abab', '/^(ab)\\1$/', true],
    ['é', '/^.$/', true],
    ['💚', '/^.$/', true],
    ['ab', '/(?=b)*b/', true],
    ['one\ntwo', '/^two/', false],
    ['one\ntwo', '/one$/', false],
    ['a_b', '/a\\_b/', true],
    ['tab\t', '/\\t$/', true],
  ])('%j =~ %s is %s', (value, regex, expected) => {
    const variables = { 'build.branch': value }
    expect(evaluate(`build.branch =~ ${regex}`, { variables })).toBe(expected)
  })

  test.each<[text: string, regex: string, expected: boolean]>([
    [`${'a'.repeat(50)}!`, '/(a+)+$/', false],
    [`${'a'.repeat(50)}!`, '/(a|aa)+$/', false],
    [`${'a'.repeat(50)}!`, '/^(\\w+\\d?)*$/', false],
    [`${'a'.repeat(50)}!`, '/^((a|b)+,?)*$/', false],
    [`${'a'.repeat(50)}!`, '/^(a?b?)*$/', false],
    [`${'a'.repeat(50)}!`, '/^(?i)(a\\w*)*$/', false],
    [`foo${' and more'.repeat(1000)}`, '/.*foo.*bar.*baz/', false],
    ['a'.repeat(300), '/a*a*a*b/', false],
    ['a'.repeat(40), '/(.*a){9}x/', false],
    ['ab-'.repeat(20), '/(\\w*-?){8}x/', false],
    ['release-of-many-parts-and-words-12', '/^([a-z]+-)*[0-9]+$/', true],
    ['services/payments/and/more/main', '/^(?:[^\\/]+\\/)+main$/', true],
    ['release/1.2.3.4.5.6.7.8.9.10.x', '/^release\\/(\\d+\\.)+x$/', true],
    [`${' '.repeat(10_000)}skip`, '/skip/', true],
    [`${'a'.repeat(2000)}b`, '/(?=(a+)+b)c/', false],
  ])('are tried on any text without taking long', (value, regex, expected) => {
    expect(evaluate(`build.branch =~ ${regex}`, { variables: { 'build.branch': value } })).toBe(expected)
  })

  test('with a back reference are given up where they take longer than Buildkite waits', () => {
    const variables = { 'build.branch': 'a'.repeat(200) }
    expect(evaluate('build.branch =~ /^(a*)*(a*)*(a*)*(a*)*(b)\\1$/', { variables })).toBe(
      'evaluation: the regular expression takes longer than Buildkite waits',
    )
  })

  test.each<[expression: string, value: unknown]>([
    ['"abc-abc" =~ /^([a-z]+)(?:-\\1+)*$/', true],
    ['"aaaa" =~ /^(a)(\\1*)+$/', true],
    ['"a" =~ /(a)(\\12*)+/', true],
    ['"aB" =~ /a(?-i)b/i', false],
    ['"aB" =~ /a(?-i)B/i', true],
    ['"é" =~ /(?i)É/', true],
    ['"ÉÉ" =~ /^(?i)(é)\\1$/', true],
    ['"aA" =~ /^(?i)(a)\\1$/', true],
    ['"A" =~ /(?i)\\x61/', true],
    ['"b" =~ /(a)?\\1b/', false],
    ['"préfix" =~ /\\bfix\\b/', false],
    ['"a fix" =~ /\\bfix\\b/', true],
    ['build.message =~ /^\\S+$/', true],
    ['build.message =~ /[[:space:]]/', true],
    ['"٣" =~ /[[:digit:]]/', true],
    ['"٣" =~ /[[:^digit:]]/', false],
    ['"a" =~ /^*a/', true],
    ['"foo" =~ /\\bfoo\\b?/', true],
    ['"a" =~ /a$?/', true],
    ['"a" =~ /(?-:a)/', true],
    ['"a" =~ /(?u:a)/', true],
    ['"aab" =~ /a*(?#c)?b/', true],
    ['build.tag =~ /\\12/', true],
  ])('of the official evaluator: %s', (expression, value) => {
    const variables = { 'build.message': 'a\u00a0b', 'build.tag': 'a\nb' }
    expect(evaluate(expression, { variables })).toBe(value)
  })

  test.each<[text: string, regex: string, value: boolean]>([
    ['é', '/^[\\p{L}]$/', true],
    ['é', '/^[^\\p{L}]$/', false],
    ['1', '/^\\pL$/', false],
    ['λ', '/^\\p{Greek}$/', true],
    ['-', '/^\\p{Dash}$/', true],
    ['a', '/^\\p{Lu}$/i', true],
    ['a', '/^[\\P{L}\\p{L}]$/', true],
    ['b', '/^[a-z-[b]]$/', false],
    ['c', '/^[a-z-[b]]$/', true],
    ['b', '/^[a-z-[a-c-[b]]]$/', true],
    ['x', '/^[^a-[b]]$/', true],
    ['b', '/^[^a-[b]]$/', false],
    ['\u0001', '/^[\\cA]$/', true],
    ['\u0001', '/^\\ca$/', true],
    ['-', '/^[[:^alnum:]]$/i', true],
    ['i', '/^[[:^alnum:]]$/i', true],
    ['k', '/^[[:^alnum:]]$/i', false],
    ['A', '/^[[:lower:]]$/i', true],
    ['a', '/^[[:upper:]]$/i', true],
    ['h', '/^[[:alpha]$/', true],
    [':', '/^[[:alpha]$/', true],
    ['ſ', '/s/i', false],
    ['S', '/ſ/i', false],
    ['K', '/k/i', true],
    ['K', '/[k]/i', true],
    ['k', '/[\\u2120-\\u2130]/i', false],
    ['İ', '/i/i', true],
    ['i', '/İ/i', true],
    ['I', '/ı/i', false],
    ['\u01c5', '/\u01c6/i', true],
    ['É', '/[à-ý]/i', true],
    ['é', '/[À-Ý]/i', true],
    ['a\u200cb', '/a\\b/', false],
    ['a', '/^\\x{61}$/', true],
    ['\u0007', '/^\\07$/', true],
    ['aa', '/^(a)\\<1>$/', true],
    ['aa', "/^(a)\\k'1'$/", true],
    ['<', '/^\\<$/', true],
    ['aa', '/(?=(a))*a\\1/', true],
    ['ba', '/^(\\b|a)*b\\1a$/', true],
    ['aab', '/^(?:(a|b\\1))+$/', false],
    ['aba', '/^(?:(a|b\\1))+$/', true],
    ['aab', '/^(?=(a+?))\\1b$/', false],
    ['ab', '/^(?=(a+?))\\1b$/', true],
    ['A', '/^(?I)a$/', true],
    ['a\ud800', '/^a\\ufffd$/', false],
  ])('%j =~ %s as of the official engine is %s', (value, regex, expected) => {
    expect(evaluate(`build.branch =~ ${regex}`, { variables: { 'build.branch': value } })).toBe(expected)
  })

  test.each([
    '\\p{Foo}',
    '\\p{Letter}',
    '\\p{Grek}',
    '\\p',
    '\\p{L',
    '[\\p{Foo}]',
    '[a-\\p{L}]',
    '[a-z-[b]c]',
    '[a-[b]',
  ])('the official evaluator refuses /%s/ for its class', (regex) => {
    expect(evaluate(`build.branch =~ /${regex}/`)).toMatch(/^parse: Buildkite refuses this regular expression/)
  })

  test.each([
    'a+{2}',
    '{2}a',
    '[a-\\d]',
    '\\x4',
    '\\u{41}',
    '\\k',
    'a{3,1}',
    '\\1',
    'a{99999999999}',
    '\\<a>',
    '\\c',
    '\\x{110000}',
  ])('the official evaluator refuses /%s/', (regex) => {
    expect(evaluate(`build.branch =~ /${regex}/`)).toMatch(/^parse: Buildkite refuses this regular expression/)
  })

  test.each([
    ['v1.2.3.4.5.6.7.8.9.10.11.12.13', '/^v\\d+(\\.\\d+)*$/'],
    ['feature/a-long-name-that-has-many-parts', '/^feature\\/[a-z]+(-[a-z]+)*$/'],
  ])('tries %j =~ %s, whose repetitions cannot overlap', (value, regex) => {
    expect(evaluate(`build.branch =~ ${regex}`, { variables: { 'build.branch': value } })).toBe(true)
  })
})

describe('the environment', () => {
  const context: Partial<ConditionContext> = {
    variables: { 'build.branch': 'main', 'build.source': 'webhook' },
    env: { BUILDKITE_BRANCH: 'fake', BUILDKITE_SECRET: 'x', BUILDKITE_GITHUB_EVENT: 'push', A: '1' },
  }

  test.each([
    ['env("BUILDKITE_BRANCH") == "main"', true],
    ['$BUILDKITE_SECRET == null', true],
    ['build.source_event == "push"', true],
    ['build.env("BUILDKITE_COMMIT") == null', true],
    ['build.env("BUILDKITE_REBUILT_FROM_BUILD_ID") == ""', true],
    ['"${A:+<${A}>}" == "<1>"', true],
    ["${Z:-'$A'} == '$A'", true],
    ['${Z:-a "$A" \\} b} == "a 1 } b"', true],
    ['"it is ${A" == \'it is ${A\'', true],
  ])('%s', (text, expected) => {
    expect(evaluate(text, context)).toBe(expected)
  })
})

test('one comparison that is null makes a chain false, not an error', () => {
  expect(evaluate('build.fixed && build.tag =~ /v/ || build.pull_request.draft')).toBe(false)
})

test('never throws, whatever the text', () => {
  const fragment = fc.constantFrom(
    'build.tag',
    ' == ',
    ' =~ ',
    '/a+/',
    '"x"',
    '$A',
    '${A:1:',
    '}',
    'env(',
    ')',
    '!',
    ' && ',
    '[',
    ']',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (condition) => {
      const result = evaluateCondition(condition, { entry: 'build_condition', variables: { 'build.tag': 'aa' } })
      expect('value' in result || ['parse', 'validation', 'evaluation', 'result'].includes(result.error)).toBe(true)
    }),
  )
})

test.each(['[step.id]', 'true ? build.foo : null'])('%s has its mistake before the question what it yields', (text) => {
  expect(evaluate(text)).toMatch(/^validation: /)
})

describe('what the official evaluator does otherwise than one would think', () => {
  const nothing = {}
  test.each<[expression: string, variables: ConditionContext['variables'], value: unknown]>([
    ['(build.pull_request.draft && true) == false', nothing, false],
    ['(build.pull_request.draft && true) == null', nothing, true],
    ['(true && build.pull_request.draft) == null', nothing, true],
    ['(false || build.pull_request.draft) == null', nothing, true],
    ['(build.pull_request.draft || true) == true', nothing, true],
    ['build.pull_request.draft && true', nothing, false],
    ['build.pull_request.label == "gpu"', { 'build.pull_request.label': 'gpu' }, false],
    ['build.pull_request.label == "gpu"', { 'build.pull_request.label': 'gpu', 'build.source': 'webhook' }, true],
    ['null == /x/', nothing, 'evaluation: null cannot be compared with a regular expression'],
    ['build.pull_request.labels includes /x/', nothing, 'evaluation: a regular expression is looked for in no list'],
    [
      'build.branch =~ (build.fixed ? /x/ : null)',
      { 'build.branch': 'x' },
      'evaluation: null is not a regular expression',
    ],
    ['${UNSET:0:abc} == null', nothing, true],
    ['${UNSET:abc} == null', nothing, 'evaluation: "abc" is not an offset or length'],
    ['true || ${A!} == "x"', nothing, true],
    ['true || "${A!}" == "x"', nothing, true],
    ['true || ${} == "x"', nothing, true],
    ['true || ${A:-${1}} == ${A:1:2:3}', nothing, true],
    ['true || ${A:-"\\400"} == "x"', nothing, true],
    ['false || ${} == "x"', nothing, 'evaluation: a variable name is missing after "${"'],
    ['false || ${A:-\\400} == "x"', nothing, 'evaluation: the escape "\\400" is out of range: \\377 is the highest'],
    ['${A!} == "x"', nothing, 'evaluation: "!" is none of the forms of "${NAME}": :-word, :+word, :?, :offset:length'],
    ['true || "\\400" == "x"', nothing, 'parse: the escape "\\400" is out of range: \\377 is the highest'],
    ['${A:-{}} == "{}"', nothing, true],
    ['${A:-{} == "{"', nothing, 'parse: "${" has no closing "}"'],
    ['"${A:-{}" == "{"', nothing, true],
    ['9007199254740993 == 9007199254740992', nothing, false],
    ['9007199254740993 == 9007199254740993', nothing, true],
    ['9007199254740993 != 0400000000000000001', nothing, false],
    ['build.number == 12', { 'build.number': 12 }, true],
    ['"\\xc3\\xa9" == "é"', nothing, true],
    ['"\\303\\251" == "é"', nothing, true],
    ['"\\xc3${A}\\xa9" == "é"', nothing, true],
    ['"\\xf0\\x9f\\x92\\x9a" == "💚"', nothing, true],
    ['"\\xc3" == "Ã"', nothing, false],
    ['"\\xc0\\xaf" == "/"', nothing, false],
    ['"\\xc3" =~ /^\\ufffd$/', nothing, true],
  ])('%s of %j', (expression, variables, value) => {
    expect(evaluate(expression, { variables })).toBe(value)
  })
})
