export default {
  'an empty list': [],
  'nothing but what vanishes': [false, null, undefined, ''],
  'lists of nothing': [[], [[]]],
  'no steps beside attributes': { env: { A: '1' }, steps: [] },
}
