/** A byte of a text, which is no character by itself from 0x80 on: it stands as a surrogate without its other half. */
export function byteText(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)
}

const sequence = /[\udcc2-\udcdf][\udc80-\udcbf]|[\udce0-\udcef][\udc80-\udcbf]{2}|[\udcf0-\udcf4][\udc80-\udcbf]{3}/gu

/** The text with the characters that its bytes spell in UTF-8: `"\xc3\xa9"` is `é`. */
export function joinBytes(text: string): string {
  return text.replaceAll(sequence, (bytes) => {
    const escaped = Array.from(bytes, (byte) => `%${(byte.charCodeAt(0) - 0xdc00).toString(16)}`).join('')
    try {
      return decodeURIComponent(escaped)
    } catch {
      return bytes
    }
  })
}

/** The text as regular expressions see it: a byte that spells no character is U+FFFD. */
export function withoutBytes(text: string): string {
  return text.replaceAll(/[\udc80-\udcff]/gu, '\ufffd')
}
