import { block, command, input } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'a misspelled word': [block({ block: 'Go', blocked_state: 'runing' as never }), unit],
  'a word in another case': [block({ block: 'Go', blocked_state: 'Running' as never }), unit],
  'a word far from all of them': [input({ input: 'Go', blocked_state: 'purple' as never }), unit],
  'no word': [block({ block: 'Go', blocked_state: '' as never }), unit],
  'a literal variable': [block({ block: 'Go', blocked_state: '$STATE' as never }), unit],
  'a misspelled method': having({ concurrency: 1, concurrency_group: 'a', concurrency_method: 'orderd' }),
  'a misspelled notification': having({ notify: ['github_chek'] }),
  'a misspelled level of an annotation': having({
    notify: [
      {
        github_check: {
          output: {
            annotations: [{ path: 'a', start_line: 1, end_line: 2, annotation_level: 'warn', message: 'x' }],
          },
        },
      },
    ],
  }),
}
