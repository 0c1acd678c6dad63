#!/usr/bin/env node
// The command in the workspace: straight from the sources, through tsx. The published package brings it built.
import { register } from 'tsx/esm/api'

register()
await import('../src/bin.ts')
