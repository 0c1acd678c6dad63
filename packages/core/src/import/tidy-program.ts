import type { Program } from './code.ts'
import { findFunctions } from './find-functions.ts'
import { findLoops } from './find-loops.ts'
import { inlineConsts } from './inline-consts.ts'
import { liftComments } from './lift-comments.ts'
import { nameConsts } from './name-consts.ts'
import { shareAttributes } from './share-attributes.ts'
import { shareValues } from './share-values.ts'

/** Writes a program as somebody would who keeps it: it says the same. */
export function tidyProgram(program: Program): Program {
  const passes = [
    liftComments,
    inlineConsts,
    shareAttributes,
    findFunctions,
    findLoops,
    inlineConsts,
    shareValues,
    nameConsts,
  ]
  return passes.reduce((tidied, pass) => pass(tidied), program)
}
