import { configureGlobal } from 'fast-check'

/** Every property tries the inputs of KITEWRIGHT_SEED, so that a commit is judged by what it changes, not by luck. */
configureGlobal({ seed: Number(process.env['KITEWRIGHT_SEED']) })
