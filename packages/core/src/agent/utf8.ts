/**
 * The UTF-8 bytes of a text, as a string of characters 0 to 255, so that they can be cut and joined like a Go string.
 * A lone surrogate becomes the bytes of U+FFFD.
 */
export function toBytes(text: string): string {
  let bytes = ''
  for (const character of text) bytes += encode(character.codePointAt(0)!)
  return bytes
}

function encode(code: number): string {
  if (code < 0x80) return String.fromCharCode(code)
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), tail(code))
  if (code >= 0xd800 && code < 0xe000) return encode(0xfffd)
  if (code < 0x10000) return String.fromCharCode(0xe0 | (code >> 12), tail(code >> 6), tail(code))
  return String.fromCharCode(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

const wellFormed =
  /[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}|[\x80-\xff]/g

/** The text of some bytes. As in Go, each byte that is not part of a whole character becomes one U+FFFD. */
export function fromBytes(bytes: string): string {
  return bytes.replace(wellFormed, (sequence) => {
    if (sequence < '\x80') return sequence
    return sequence.length === 1 ? '\ufffd' : String.fromCodePoint(decode(sequence))
  })
}

function decode(sequence: string): number {
  const leadBits = sequence.length === 2 ? 0x1f : sequence.length === 3 ? 0x0f : 0x07
  let code = sequence.charCodeAt(0) & leadBits
  for (let at = 1; at < sequence.length; at++) code = (code << 6) | (sequence.charCodeAt(at) & 0x3f)
  return code
}
