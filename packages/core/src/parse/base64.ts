import { fromBytes } from '../agent/utf8.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The text that standard base64 stands for, line breaks in it ignored; undefined where it is no base64. */
export const decodeBase64 = (text: string): string | undefined => {
  const packed = text.replaceAll(/[\r\n]/g, '')
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return undefined
  const sextets = [...packed.replaceAll('=', '')].map((character) => alphabet.indexOf(character))
  let bytes = ''
  for (let bit = 0; bit + 8 <= sextets.length * 6; bit += 8) {
    const pair = ((sextets[Math.floor(bit / 6)] ?? 0) << 6) | (sextets[Math.floor(bit / 6) + 1] ?? 0)
    bytes += String.fromCharCode((pair >> (4 - (bit % 6))) & 0xff)
  }
  return fromBytes(bytes)
}
