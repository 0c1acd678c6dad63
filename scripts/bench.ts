import { checkBench } from './bench/check-bench.ts'

for (const line of checkBench()) console.log(line)
