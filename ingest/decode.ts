// From a file's bytes to its characters: UTF-8, UTF-16 with its mark, and what older programs on Windows write.

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** More unreadable characters than this share of the text, and it is not text in the encoding it was taken for. */
const tolerated = 0.02;
/** In Windows-1252 no more of the characters than this share stand beyond ASCII; in noise half of them do. */
const mostBeyondAscii = 0.3;
/** Rare letters, marks without their letter, and letters that stand alone as none does in words: damage. */
const rare = /[ÿþÞðÐ¤¦¬¯¨´¸ˆ˜ƒ‰†‡]|(?<![a-z])(?![ÀÉàéè])[À-ÖØ-Ýß-ïñ-öø-ý](?![a-z])/giu;
/** No more of the characters beyond ASCII than this share are such. */
const mostRare = 0.2;

/** The characters of the bytes, byte order mark left out, with what is odd about them in words that complete "…: ". */
export function decode(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeWide(bytes, wide);
  if (bytes.includes(0)) return { kind: 'refused', reason: 'it holds NUL bytes, so it is not plain text' };
  // The decoder drops a byte order mark by itself.
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = countNewReplacements(bytes, text);
  if (broken === 0) return { kind: 'text', text, notes: [] };
  if (isWindows1252(bytes, text))
    return { kind: 'text', text: decodeWindows1252(bytes), notes: ['it is not UTF-8 and was read as Windows-1252'] };
  if (broken > text.length * tolerated) return { kind: 'refused', reason: 'it is not UTF-8; save it as UTF-8' };
  return { kind: 'text', text, notes: [`${broken} characters are not valid UTF-8 and read as U+FFFD`] };
}

type WideEncoding = 'utf-16le' | 'utf-16be';

function wideEncoding(bytes: Uint8Array): WideEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decodeWide(bytes: Uint8Array, encoding: WideEncoding): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.match(/[\0\ufffd]/gu)?.length ?? 0;
  if (broken > text.length * tolerated)
    return { kind: 'refused', reason: 'it begins as UTF-16 does and is not; save it as UTF-8' };
  return { kind: 'text', text: text.replaceAll('\0', '\ufffd'), notes: ['it was read as UTF-16'] };
}

/** U+FFFD that decoding brought in, beyond those that stand in the file itself. */
function countNewReplacements(bytes: Uint8Array, text: string): number {
  const count = (value: string): number => value.split('\ufffd').length - 1;
  const own = latin1(bytes).split('\u00ef\u00bf\u00bd').length - 1;
  return Math.max(0, count(text) - own);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** No byte beyond ASCII is part of UTF-8, each has a character in Windows-1252, and there are no more than words need. */
function isWindows1252(bytes: Uint8Array, asUtf8: string): boolean {
  if (/[^\0-\u007f\ufffd]/u.test(asUtf8)) return false;
  let beyond = 0;
  for (const byte of bytes) {
    const isControl = byte < 0x20 && !whiteSpace.has(byte);
    if (isControl || byte === 0x7f || unassigned.has(byte)) return false;
    if (byte >= 0x80) beyond += 1;
  }
  const odd = decodeWindows1252(bytes).match(rare)?.length ?? 0;
  return beyond <= Math.max(1, bytes.length * mostBeyondAscii) && odd <= beyond * mostRare;
}

/** Tab, line feed, vertical tab, form feed, carriage return. */
const whiteSpace = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d]);
/** Bytes to which Windows-1252 gives no character. */
const unassigned = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Characters of 0x80 to 0x9f (unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT); all others are as in Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Not TextDecoder, which in some versions of Node.js takes Windows-1252 for Latin-1 and so loses quotes and dashes. */
function decodeWindows1252(bytes: Uint8Array): string {
  return latin1(bytes).replaceAll(/[\u0080-\u009f]/gu, (char) => windows1252.charAt(char.charCodeAt(0) - 0x80));
}
