import { complete } from './type-cost/complete.ts'
import { ourPipeline, sdkPipeline } from './type-cost/large-pipelines.ts'
import { measureTypes } from './type-cost/measure-types.ts'

const folder = new URL('type-cost', import.meta.url).pathname
const pipelines = { kitewright: ourPipeline(400), '@buildkite/buildkite-sdk': sdkPipeline(400) }

const rows = Object.entries(pipelines).map(([name, source]) => {
  const runs = Array.from({ length: 5 }, () => measureTypes(source, folder))
  const milliseconds = Math.min(...runs.map((run) => run.milliseconds))
  return { name, instantiations: runs[0]?.instantiations, types: runs[0]?.types, 'check ms': Math.round(milliseconds) }
})
console.table(rows)

const { names, milliseconds } = complete("import { command } from 'kitewright'\ncommand({ | })\n", folder)
console.log(`completion inside command({: ${names.length} names in ${milliseconds.toFixed(1)} ms`)
