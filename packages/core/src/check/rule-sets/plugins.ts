import type { Rule } from '../rule.ts'
import { movingPlugin } from '../rules/moving-plugin.ts'
import { secretPluginOption } from '../rules/secret-plugin-option.ts'
import { unpinnedPlugin } from '../rules/unpinned-plugin.ts'

/** Plugins. */
export const rules: readonly Rule[] = [unpinnedPlugin, movingPlugin, secretPluginOption]
