/**
 * What the package has of docs/diagnostics.md: the sections lead to the pages of the catalogue, which are in the package
 * already, and `kitewright explain CODE` shows them.
 */
export function diagnosticsIndex(page: string): string {
  const [head = '', ...sections] = page.split(/^(?=## KW\d{4}:)/m)
  const links = sections.map((section) => {
    const [heading = ''] = section.split('\n', 1)
    const code = heading.slice('## '.length, heading.indexOf(':'))
    return `${heading}\n\n[catalogue/${code}.md](../catalogue/${code}.md)\n`
  })
  return [head, ...links].join('\n')
}
