/** The encoding that the first bytes of a file indicate, by VS Code's name for it. */
export function encodingOf([first, second, third]: Uint8Array): string {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf8bom';
  if (first === 0xfe && second === 0xff) return 'utf16be';
  if (first === 0xff && second === 0xfe) return 'utf16le';
  return 'utf8';
}
