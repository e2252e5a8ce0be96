const longest = 80;

/**
 * A value from a file, in quotes, for a message. Characters that would break the line, or hide or reorder the text
 * around them, are escaped. A long value is cut.
 */
export function quote(value: string): string {
  return quoteWhole(cut(value));
}

/** Like `quote`, without a limit: for text that a program sends back unchanged. */
export function quoteWhole(value: string): string {
  return `"${value.replace(/[\p{C}\p{Z}"\\]/gu, visible)}"`;
}

/**
 * A text without quotes, in which characters are escaped that would hide, break the line or reorder the text around
 * them.
 */
export function withEscapes(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, visible);
}

/** The start of a text, up to the limit. */
export function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}

function visible(character: string): string {
  if (character === ' ') return character;
  if (character === '"' || character === '\\') return `\\${character}`;
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}

/**
 * Fills a message template. `{name}` becomes the value of that name: a text in quotes, or a number. `{name|instead}`
 * becomes the words after the bar, without quotes, if the text is empty.
 */
export function fillTemplate(template: string, data: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)(?:\|([^{}]*))?\}/g, (placeholder, name: string, instead?: string) => {
    const datum = data[name];
    if (datum === undefined) return placeholder;
    if (datum === '' && instead !== undefined) return instead;
    return typeof datum === 'number' ? String(datum) : quote(datum);
  });
}
