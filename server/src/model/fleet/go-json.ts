const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A string as Go's encoding/json writes it. Characters that could end a script in HTML are escaped too. */
export function goJson(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON must escape
  const escaped = text.replace(/["\\\u0000-\u001f<>&\u2028\u2029]/g, (character) => {
    return short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
