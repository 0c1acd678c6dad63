import { put } from './replace.ts'

/** Numbers that look random and are the same in every run, each from 0 to 2^32 - 1. */
export type Chance = () => number

/** The beginning of pi in binary: nothing up a sleeve. */
const seed = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const

/** The small fast counter of PractRand: good enough for what only has to look random. */
export function fixedChance(): Chance {
  let a: number = seed[0]
  let b: number = seed[1]
  let c: number = seed[2]
  let count: number = seed[3]
  return () => {
    const next = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + next
    return next >>> 0
  }
}

type Bytes = ArrayBufferView & { readonly byteLength: number }

/** What gives random values, of `node:crypto` and of `crypto`. */
export interface FixedCrypto {
  readonly getRandomValues: <Given extends Bytes>(given: Given) => Given
  readonly randomUUID: () => string
  readonly randomBytes: (size: number, done?: (error: null, bytes: Buffer) => void) => Buffer | undefined
  readonly randomFillSync: <Given extends Bytes>(given: Given, offset?: number, size?: number) => Given
  readonly randomInt: (
    from: number,
    to?: number | ((error: null, number: number) => void),
    done?: (error: null, number: number) => void,
  ) => number | undefined
}

/** Makes `Math.random` and what stands for it elsewhere of the same numbers. */
export function fixChance(chance: Chance): FixedCrypto {
  put(Math, 'random', () => (chance() * 2 ** 21 + (chance() >>> 11)) / 2 ** 53)
  const fill = (bytes: Uint8Array): void => {
    for (let index = 0; index < bytes.length; index++) bytes[index] = chance() & 0xff
  }
  return {
    getRandomValues: (given) => {
      fill(bytesOf(given))
      return given
    },
    randomUUID: () => {
      const bytes = Buffer.alloc(16)
      fill(bytes)
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
      return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    },
    randomBytes: (size, done) => {
      const bytes = Buffer.alloc(size)
      fill(bytes)
      if (done === undefined) return bytes
      process.nextTick(done, null, bytes)
      return undefined
    },
    randomFillSync: (given, offset = 0, size) => {
      fill(bytesOf(given).subarray(offset, size === undefined ? undefined : offset + size))
      return given
    },
    randomInt: (from, to, done) => {
      const [least, most] = typeof to === 'number' ? [from, to] : [0, from]
      const number = least + Math.floor((chance() / 2 ** 32) * (most - least))
      const told = typeof to === 'function' ? to : done
      if (told === undefined) return number
      process.nextTick(told, null, number)
      return undefined
    },
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Bytes): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
