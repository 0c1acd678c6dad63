import { attributeRule } from '../attribute-rule.ts'
import type { Rule } from '../rule.ts'

const most = 100

/** More teams than may be allowed to unblock (upload.md §10). */
export const tooManyTeams: Rule = attributeRule({
  code: 'KW2010',
  severity: 'error',
  kinds: ['block', 'input'],
  *find({ allowed_teams: teams }) {
    if (!Array.isArray(teams) || teams.length <= most) return
    yield {
      path: ['allowed_teams'],
      message: `${teams.length} teams are allowed to continue the build, and ${most} may be`,
      why: 'Buildkite refuses the upload',
    }
  },
})
