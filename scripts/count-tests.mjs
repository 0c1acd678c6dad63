// Prints `N passed, N failed` from vitest's JSON report, and fails if anything did.
//
//   node scripts/count-tests.mjs REPORT.json STATUS
import { readFileSync } from 'node:fs'

const [path, status] = process.argv.slice(2)
const { passed, failed } = count(path)
// A run may fail although no test did, by an error outside of them or before the first.
const counted = failed === 0 && status !== '0' ? 1 : failed
console.log(`${passed} passed, ${counted} failed`)
process.exit(counted === 0 ? 0 : 1)

function count(reportPath) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(reportPath, 'utf8'))
    // A file that cannot be loaded has no tests to count.
    const unloaded = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed))
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
  } catch (error) {
    console.error(`There is no report of the tests: ${error.message}`)
    return { passed: 0, failed: 1 }
  }
}

function isFailed(assertion) {
  return assertion.status === 'failed'
}
