import { dirname, join } from 'node:path/posix'

/** A document with the sections that are named behind it, as in `docs/spec/upload.md §4.1, §5`; or sections alone. */
const citation =
  /(?<![\w/.*$}{-])(?<document>[\w.-][\w./-]*\.md\b|test\/spec\/[\w.-]+\.\w+)`?(?<sections>(?:(?:,| and)? §[\d.]*\d)*)|(?<alone>§[\d.]*\d)/g

/** Where a document may stand that a file cites: from the root, or beside the file. */
function findDocument(files: ReadonlyMap<string, string>, file: string, document: string): string | undefined {
  return [document, join(dirname(file), document)].find((path) => files.has(path))
}

/**
 * What is wrong with the citations of documents and tables in a project's files: one that is not there, a section that it
 * does not have, or a section of no document. Inside docs/spec a section alone is one of the same document, in a test one of the document that it is called after. Tables cite
 * nothing.
 */
export function brokenReferences(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) =>
    file.startsWith('test/spec/') ? [] : citations(text).flatMap((cited) => problems(files, file, cited)),
  )
}

/** The document that a file's sections are of: itself, or of a test what it is called after. */
function documentOf(files: ReadonlyMap<string, string>, file: string): string | undefined {
  if (file.startsWith('docs/spec/')) return file
  const [, name] = /([\w-]+)\.test\.ts$/.exec(file) ?? []
  return name !== undefined && files.has(`docs/spec/${name}.md`) ? `docs/spec/${name}.md` : undefined
}

interface Citation {
  readonly document: string | undefined
  readonly sections: readonly string[]
}

function citations(text: string): readonly Citation[] {
  // A comment may go on in the next line between a document and its section.
  const flat = text.replaceAll(/\n *(?:\*|\/\/)? *(?=§)/g, ' ')
  return [...flat.matchAll(citation)].map(({ groups: { document, sections, alone } = {} }) => ({
    document,
    sections: (sections ?? alone)?.match(/\d[\d.]*/g) ?? [],
  }))
}

function problems(files: ReadonlyMap<string, string>, file: string, { document, sections }: Citation): string[] {
  const own = documentOf(files, file)
  if (document === undefined && own === undefined) {
    return [`${file} cites §${sections.join(', §')} of no document: name it before the section`]
  }
  const found = document === undefined ? own : findDocument(files, file, document)
  if (found === undefined) return [`${file} cites ${document}, which is not in the project`]
  const headings = new Set([...files.get(found)!.matchAll(/^#+ ([\d.]*\d)\b/gm)].map(([, number]) => number))
  return sections
    .filter((section) => !headings.has(section))
    .map((section) => `${file} cites ${found} §${section}, which has no such heading`)
}

/** Citations of the project's own documents: text that users see is to have none, since they have no such files. */
export function internalReferences(text: string): readonly string[] {
  return text.match(/docs\/spec\S*|§ ?[\d.]+/g) ?? []
}
