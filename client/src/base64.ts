export function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  // The arguments of a call are limited, and a whole file can exceed the limit.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(chunks.join(''));
}
