import { block, type BlockOptions, type BlockStep, type Field } from '@kitewright/core'
import { labelled, prefixed } from './prefixed.ts'

/** What `approval` takes beside the attributes of a block step, which win. */
export interface ApprovalOptions extends Omit<BlockOptions, 'block'> {
  /** What is approved, as the button says: `production`. */
  readonly title: string
  /** Stands before label and key, where several services share one pipeline. Nothing unless told. */
  readonly prefix?: string | undefined
  /**
   * Asks why, and wants an answer; kept as meta-data `release-reason`, behind the prefix as all answers. Not asked unless
   * told.
   */
  readonly reason?: boolean | undefined
  /** Asks for the notes of the release; kept as `release-notes`. Not asked unless told. */
  readonly releaseNotes?: boolean | undefined
  /** Asks whether quality assurance and acceptance are done; kept as `release-qa` and `release-acceptance`. Not asked unless told. */
  readonly acceptance?: boolean | undefined
}

/**
 * A person's consent: the steps that depend on it wait for the click. `allowed_teams` says whose.
 *
 * @see https://buildkite.com/docs/pipelines/configure/step-types/block-step
 * @example
 * const release = approval({ title: 'production', reason: true, allowed_teams: ['payments'] })
 */
export function approval({
  title,
  prefix,
  reason,
  releaseNotes,
  acceptance,
  ...attributes
}: ApprovalOptions): BlockStep {
  const key = (name: string): string => prefixed(prefix, `release-${name}`)
  const field = (name: string, text: string): Field => ({ text, key: key(name) })
  const yesOrNo = (name: string, select: string): Field => ({ select, key: key(name), options: yesOrNoOptions })
  const fields = [
    ...(reason ? [field('reason', 'Why now?')] : []),
    ...(releaseNotes ? [{ ...field('notes', 'Release notes'), required: false }] : []),
    ...(acceptance ? [yesOrNo('qa', 'Quality assurance'), yesOrNo('acceptance', 'Acceptance')] : []),
    ...(attributes.fields ?? []),
  ]
  return block({
    block: labelled(prefix, `Deploy to ${title}`),
    key: prefixed(prefix, `deploy-to-${title}`),
    ...attributes,
    fields: fields.length > 0 ? fields : undefined,
  })
}

const yesOrNoOptions = [
  { label: 'Done', value: 'done' },
  { label: 'Not needed', value: 'not-needed' },
]

/** The keys under which the answers of an approval are kept with the build. */
export function answersOf({ fields }: Pick<BlockStep, 'fields'>): readonly string[] {
  return (fields ?? []).flatMap(({ key }) => (typeof key === 'string' ? [key] : []))
}
