// This layer compiles without the DOM. Node and browsers both have this function.
declare const atob: (base64: string) => string;

export function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
