import type { Files } from '../../packages/kitewright/src/world/world.ts'

/** A world in which every file is one text, and no configuration is beside it. */
export const filesOf = (text: string): Files => ({
  readText: () => text,
  isUtf8: () => true,
  kindOf: (path) => (path.endsWith('kitewright.config.json') ? undefined : 'file'),
  realPath: (path) => path,
  repositoryFolders: (from) => [from],
})
