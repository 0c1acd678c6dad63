import type { Program } from './code.ts'
import { findFunctions, findShorthands } from './find-functions.ts'
import { findLoops } from './find-loops.ts'
import { findSections } from './find-sections.ts'
import { inlineConsts } from './inline-consts.ts'
import { liftComments } from './lift-comments.ts'
import { nameConsts } from './name-consts.ts'
import { shareAttributes } from './share-attributes.ts'
import { shareTexts } from './share-texts.ts'
import { shareValues } from './share-values.ts'

/** Writes a program as somebody would who keeps it: it says the same. */
export function tidyProgram(program: Program): Program {
  const passes = [
    liftComments,
    inlineConsts,
    findSections,
    shareTexts,
    shareAttributes,
    findFunctions,
    findShorthands,
    findLoops,
    inlineConsts,
    shareValues,
    nameConsts,
  ]
  return passes.reduce((tidied, pass) => pass(tidied), program)
}
