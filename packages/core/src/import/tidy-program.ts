import type { Program } from './code.ts'
import { findFunctions } from './find-functions.ts'
import { findLoops } from './find-loops.ts'
import { findSections } from './find-sections.ts'
import { inlineConsts } from './inline-consts.ts'
import { liftComments } from './lift-comments.ts'
import { closeLevels, looseLevels } from './likeness.ts'
import type { Level } from './likeness.ts'
import { nameConsts } from './name-consts.ts'
import { printProgram } from './print-program.ts'
import { shareAttributes } from './share-attributes.ts'
import { shareCommands } from './share-commands.ts'
import { shareTexts } from './share-texts.ts'
import { shareValues } from './share-values.ts'

type Pass = (program: Program) => Program

/** Functions that call functions that call functions are followed; more are not. */
const rounds = 3

/** Writes a program as somebody would who keeps it: it says the same. */
export function tidyProgram(program: Program): Program {
  const plain = passed(program, [liftComments, inlineConsts, findSections, shareTexts, shareAttributes])
  // Functions for steps that are much alike, or one for what most say with others that call it: whatever is shorter.
  const ways = [closeLevels, looseLevels].flatMap((levels) => {
    const found = shareValues(withFunctions(plain, levels))
    return [found, shareCommands(found)].map(nameConsts)
  })
  return ways.reduce((best, way) => (linesOf(way) < linesOf(best) ? way : best))
}

const passed = (program: Program, passes: readonly Pass[]): Program =>
  passes.reduce((changed, pass) => pass(changed), program)

const withFunctions = (program: Program, levels: readonly Level[]): Program =>
  passed(functionsFrom(program, levels, 1), [findLoops, inlineConsts])

/** Rounds of functions, in which later ones call those of earlier ones, as long as there are some to find. */
function functionsFrom(program: Program, levels: readonly Level[], round: number): Program {
  const changed = findFunctions(program, levels, round)
  return changed === program || round === rounds ? changed : functionsFrom(changed, closeLevels, round + 1)
}

const linesOf = (program: Program): number => printProgram(program).split('\n').length
