/** What a module exports by default: by `export default`, `module.exports = …` or `exports.default = …`. Returns undefined if it exports nothing. */
export function defaultExport(exported: unknown): { readonly value: unknown } | undefined {
  let value = exported
  // Twice: a compiled CommonJS file that is imported comes as { default: { __esModule, default } }.
  for (let depth = 0; depth < 2 && isObject(value) && 'default' in value; depth++) value = value['default']
  return isModule(value) || isUntouchedExports(value) ? undefined : { value }
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}

function isModule(value: unknown): boolean {
  return isObject(value) && (value[Symbol.toStringTag] === 'Module' || value['__esModule'] === true)
}

/** `module.exports` of a CommonJS file that never assigned it. */
function isUntouchedExports(value: unknown): boolean {
  return isObject(value) && Object.getPrototypeOf(value) === Object.prototype && Reflect.ownKeys(value).length === 0
}
