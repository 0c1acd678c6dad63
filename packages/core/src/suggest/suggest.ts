export { suggest } from '@kitewright/schema'
