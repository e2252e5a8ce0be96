/** The last character of a string; of one that is not closed, the end of its line. */
export function lastOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === '\n' || character === '\r') return at;
    if (character === '\\') at++;
  }
  return text.length;
}

/** The last character of a comment; the slash itself if none begins there. */
export function lastOfComment(text: string, start: number): number {
  const second = text.charAt(start + 1);
  if (second === '*') {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 1;
  }
  if (second !== '/') return start;
  const length = text.slice(start).search(/[\r\n]/);
  return length < 0 ? text.length : start + length;
}

/** The brackets that close those that are open at the end of a text, innermost first. */
export function missingBrackets(text: string): string[] {
  const missing: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{') missing.unshift('}');
    else if (character === '[') missing.unshift(']');
    else if (character === missing[0]) missing.shift();
    else if (character === '"') at = lastOfString(text, at);
    else if (character === '/') at = lastOfComment(text, at);
  }
  return missing;
}
