// The pure layers compile without the DOM. This is the only platform class that they need, and both Node and browsers
// have it.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** The smallest code point of a sequence with that many bytes. Longer encodings of smaller ones are invalid. */
const smallest = [0, 0, 0x80, 0x800, 0x10000];

/**
 * The bytes of a file as the text that a node sees. Go replaces each invalid byte by one U+FFFD, where a JavaScript
 * decoder replaces a whole run, and Go keeps a byte-order mark.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeInvalidUtf8(bytes);
  }
}

function decodeInvalidUtf8(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    chunks.push(length === 0 ? '\uFFFD' : String.fromCodePoint(codePoint(bytes, at, length)));
    at += length || 1;
  }
  return chunks.join('');
}

/** How many bytes the character at `at` has; 0 if it is invalid. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first > 0xf4) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const code = codePoint(bytes, at, length);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code < (smallest[length] ?? 0) || code > 0x10ffff || surrogate ? 0 : length;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  if (length === 1) return first;
  let code = first & (0x7f >> length);
  for (let i = 1; i < length; i++) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return code;
}

/**
 * Whether a text that was read as UTF-8 looks like UTF-16: JSON begins with two ASCII characters, and half of their
 * bytes are zero. A UTF-16 byte-order mark before them is not valid UTF-8.
 */
export function looksLikeUtf16(text: string): boolean {
  return /^(?:\ufffd\ufffd)?(?:[^\0]\0[^\0]\0|\0[^\0]\0[^\0])/.test(text);
}

/** Whether a node still finds JSON in a file of that encoding, by VS Code's name for it, even if some letters differ. */
export function isReadAsUtf8(encoding: string): boolean {
  return !/^utf-?(?:8bom|16)/i.test(encoding);
}
