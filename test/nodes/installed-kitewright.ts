/** As much of an installed kitewright as a load needs: a package of built JavaScript modules. */
export const installedKitewright: Readonly<Record<string, string>> = {
  'node_modules/kitewright/package.json':
    '{ "name": "kitewright", "type": "module", "exports": { ".": "./index.js" } }',
  'node_modules/kitewright/index.js': 'export const command = (options) => Object.freeze({ ...options })',
}
