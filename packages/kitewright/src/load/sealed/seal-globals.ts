import vm from 'node:vm'
import type { Refuse } from './attempts.ts'
import type { FixedCrypto } from './fixed-chance.ts'
import { put, withheld } from './replace.ts'

/** What Node adds to the language and only reckons. */
const kept: ReadonlySet<string> = new Set(
  [
    'global process console Buffer URL URLSearchParams URLPattern TextEncoder TextDecoder atob btoa structuredClone',
    'queueMicrotask setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate',
    'AbortController AbortSignal Event EventTarget CustomEvent DOMException Blob',
    'MessageChannel MessagePort MessageEvent TextDecoderStream TextEncoderStream CompressionStream DecompressionStream',
    'ReadableStream ReadableStreamDefaultReader ReadableStreamBYOBReader ReadableStreamBYOBRequest',
    'ReadableByteStreamController ReadableStreamDefaultController WritableStream WritableStreamDefaultController',
    'WritableStreamDefaultWriter TransformStream TransformStreamDefaultController ByteLengthQueuingStrategy',
    'CountQueuingStrategy',
  ].flatMap((names) => names.split(' ')),
)

/** Takes away what globals can do outside: all that neither the language has nor is known to be harmless. */
export function sealGlobals(instead: Readonly<Record<string, unknown>>, refuse: Refuse): void {
  const language = new Set(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as readonly string[])
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (Object.hasOwn(instead, name)) put(globalThis, name, instead[name])
    else if (!language.has(name) && !kept.has(name)) {
      put(globalThis, name, withheld(valueOf(name), `calls ${name}`, refuse))
    }
  }
}

/** Some are made when they are first asked for, and some cannot be made. */
function valueOf(name: string): unknown {
  try {
    return (globalThis as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}

/** What `crypto` is: values of fixed chance, and hashes. Whoever has the real one has no more. */
export function sealedCrypto({ getRandomValues, randomUUID }: FixedCrypto, refuse: Refuse): object {
  const { crypto } = globalThis
  const { subtle } = crypto
  const digest = subtle.digest.bind(subtle)
  const [real, methods] = [Object.getPrototypeOf(crypto) as object, Object.getPrototypeOf(subtle) as object]
  for (const name of Object.getOwnPropertyNames(methods).filter((each) => each !== 'constructor' && each !== 'digest'))
    put(
      methods,
      name,
      withheld(() => {}, `calls crypto.subtle.${name}`, refuse),
    )
  put(real, 'getRandomValues', getRandomValues)
  put(real, 'randomUUID', randomUUID)
  return Object.freeze({ getRandomValues, randomUUID, subtle: Object.freeze({ digest }) })
}
