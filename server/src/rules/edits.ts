import { stripComments } from 'jsonc-parser';
import { type ConfigSource, type Edit, type Entry, indexFrom, type Range } from '../model/index.ts';

export function replace({ start, end }: Range, text: string): Edit {
  return { start, end, text };
}

export function propertyRange({ key, value }: Pick<Entry, 'key' | 'value'>): Range {
  return { start: key.start, end: value.end };
}

/** Takes a property out of its object together with the comma that it leaves without a neighbour. */
export function removeProperty(source: ConfigSource, property: Entry, siblings: readonly Entry[]): Edit {
  const { text } = source;
  const { start, end } = propertyRange(property);
  const index = indexFrom(siblings, start);
  const next = siblings[index + 1];
  if (next && isOneComma(text.slice(end, next.key.start))) return { start, end: next.key.start, text: '' };
  const previous = siblings[index - 1];
  if (previous && isOneComma(text.slice(previous.value.end, start)))
    return { start: previous.value.end, end, text: '' };
  if (next || previous) return { start, end, text: '' };
  return { ...withWhiteSpaceAround(text, { start, end }), text: '' };
}

/** In a text that is being typed, a property without a value may stand there too, which no sibling tells of. */
function isOneComma(between: string): boolean {
  return stripComments(between).trim() === ',';
}

function withWhiteSpaceAround(text: string, { start, end }: Range): Range {
  const blank = /[ \t\r\n]/;
  let from = start;
  let to = end;
  while (blank.test(text.charAt(from - 1))) from--;
  while (blank.test(text.charAt(to))) to++;
  return { start: from, end: to };
}
