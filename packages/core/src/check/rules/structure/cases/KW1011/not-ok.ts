export default {
  'an empty list': [],
  'no steps beside attributes': { env: { A: '1' }, steps: [] },
}
