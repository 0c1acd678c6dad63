import { interpolatedText, isInterpolated, type Path, type PlainMap, type Span } from '@kitewright/schema'
import { valueAt } from '../attributes/value-at.ts'
import type { Diagnostic, Mend, Mended, RelatedPlace, Severity } from '../model/diagnostic.ts'
import type { Permissions } from '../model/generated/codes.ts'
import type { Graph, Node } from '../model/graph.ts'
import { originAt } from '../model/origin-at.ts'
import type { PartOfText } from '../model/origin.ts'
import type { ShellText } from '../shell/shell-text.ts'

/** What authors write pipelines in. */
export type Language = 'typescript' | 'yaml'

/** What a rule has found: the texts of a diagnostic, and the place inside a step or the pipeline. */
export interface Finding {
  /** The step; absent where the pipeline itself is meant. */
  readonly node?: Node | undefined
  /** The attribute inside the step, such as `['retry', 'automatic']`. */
  readonly path: Path
  /** Whether the attribute's name or its value is meant. The value unless told. */
  readonly target?: 'key' | 'value' | undefined
  /** The part of a text that is meant. All of it unless told. */
  readonly span?: Span | undefined
  readonly message: string
  readonly why?: string | undefined
  /** What to do; in each language where it is not the same. */
  readonly hint?: string | Readonly<Record<Language, string>> | undefined
  readonly related?: readonly RelatedPlace[] | undefined
  /** Findings of one rule with the same text here are one mistake, told at its first place. Each is its own unless told. */
  readonly mistake?: string | undefined
  /** What is to stand in the place of the text, or of the name, that is meant; only where nothing else could be. */
  readonly mend?: Mended | undefined
  /** The text that is written at its place, where the value there is made of it. */
  readonly written?: string | undefined
  /** The other places of the same mistake. */
  readonly alike?: readonly Finding[] | undefined
  /** What of the value at its place may be a secret: no report shows it. */
  readonly secret?: string | undefined
}

/** One question asked of every pipeline. Pure: the same graph gives the same findings. */
export interface Rule {
  readonly code: keyof Permissions
  readonly severity: Severity
  /** Off unless asked for: where taste decides. */
  readonly isOptional?: true | undefined
  /** The only language that it is about. Both unless told. */
  readonly only?: Language | undefined
  /** Asked only where no step was refused: it is about what is missing, or stands beside each other. */
  readonly needsWhole?: true | undefined
  /** Asked only where texts can be read as a shell does; what reads them is large, and few pipelines need it. */
  readonly needsShell?: true | undefined
  /** Takes a proof, and so is not asked of what is rendered, unless it counts as an error. */
  readonly needsProof?: true | undefined
  /** What it finds without reading texts as a shell does, it can mend with that alone. */
  readonly mendsByShell?: true | undefined
  readonly check: (graph: Graph, tools: Tools) => Iterable<Finding>
}

/** What a rule may ask for beside the graph: large, and loaded where a pipeline needs it. */
export interface Tools {
  /** Reads a text as a shell does. */
  readonly readShell: ReadShell
  /**
   * What happens in a build in which a step starts though none of its gates was continued. Undefined where it is proved that
   * there is none.
   */
  readonly breakGate?: BreakGate | undefined
  /** Patterns of the keys of steps that deploy, where the team has said which do. */
  readonly deploys?: readonly string[] | undefined
  /** Patterns of the keys of steps that refuse what is older than what is deployed, each with the reason. */
  readonly guards?: Readonly<Record<string, string>> | undefined
}

export type ReadShell = (text: string) => ShellText
export type BreakGate = (graph: Graph, step: Node, gates: readonly Node[]) => BreakStory | undefined

/** How a gate is passed. */
export interface BreakStory {
  /** Whether there is such a build; otherwise that is not decided, and the lines say why. */
  readonly isDecided: boolean
  readonly lines: readonly string[]
}

/** A rule's finding as a diagnostic, with the call that made the step as its origin. */
export function diagnose(
  { code, severity }: Pick<Diagnostic, 'code' | 'severity'>,
  graph: Graph,
  finding: Finding,
  language: Language = 'typescript',
): Diagnostic {
  const { node, path, target, span, message, why, hint, related, secret, alike = [] } = finding
  const mend = [finding, ...alike].flatMap((each) => mendOf(each, graph))
  return {
    code,
    severity,
    path: [...(node?.path ?? []), ...path],
    origin: {
      ...originAt(node ?? graph, path),
      target,
      span: span && partOfText(span, (node ?? graph).attributes, path),
    },
    message,
    why,
    hint: typeof hint === 'object' ? hint[language] : hint,
    related,
    ...(mend.length > 0 && { mend }),
    ...(secret !== undefined && { secret }),
  }
}

function mendOf({ node, path, target, mend: to, written }: Finding, graph: Graph): readonly Mend[] {
  const owner = node ?? graph
  const from = written ?? (target === 'key' ? String(path.at(-1)) : textAt(owner.attributes, path))
  if (to === undefined || to === from || from === undefined) return []
  return [{ path: [...(node?.path ?? []), ...path], origin: { ...originAt(owner, path), target }, from, to }]
}

function partOfText({ start, end }: Span, attributes: PlainMap, path: Path): PartOfText | undefined {
  const text = textAt(attributes, path)
  if (text === undefined) return undefined
  const part = text.slice(start, end)
  return { start, end, part, before: part === '' ? 0 : text.slice(0, start).split(part).length - 1 }
}

/** The text at a place, filled in at upload or not. */
function textAt(attributes: PlainMap, path: Path): string | undefined {
  const value = valueAt(attributes, path)
  const text = isInterpolated(value) ? value[interpolatedText] : value
  return typeof text === 'string' ? text : undefined
}
