import type { TitledRun } from './run.ts'

/** The keys of the steps of some simulations as a declaration, from which an editor completes them in tests. */
export function keysDeclaration(runs: readonly TitledRun[]): string {
  const steps = runs.flatMap(({ timeline }) => timeline.builds.flatMap((build) => build.steps))
  const keys = [...new Set(steps.filter(({ kind }) => kind !== 'wait').map(({ key }) => key))]
  const properties = keys.toSorted().map((key) => `  ${propertyName(key)}: true\n`)
  return `// The keys of the steps, for the editor. Written by \`kitewright simulate --format types\`.
interface KitewrightStepKeys {
${properties.join('')}}
`
}

function propertyName(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : `'${key.replaceAll(/['\\]/g, '\\$&')}'`
}
