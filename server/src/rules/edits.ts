import { type ConfigSource, type Edit, type Entry, indexFrom, type Range } from '../model/index.ts';

export function replace({ start, end }: Range, text: string): Edit {
  return { start, end, text };
}

export function propertyRange({ key, value }: Pick<Entry, 'key' | 'value'>): Range {
  return { start: key.start, end: value.end };
}

/** Takes a property out of its object together with the comma that it leaves without a neighbour. */
export function removeProperty(source: ConfigSource, property: Entry, siblings: readonly Entry[]): Edit {
  const index = indexFrom(siblings, property.key.start);
  const next = siblings[index + 1];
  if (next) return { start: property.key.start, end: next.key.start, text: '' };
  const previous = siblings[index - 1];
  if (previous) return { start: previous.value.end, end: property.value.end, text: '' };
  return { ...withWhiteSpaceAround(source.text, propertyRange(property)), text: '' };
}

function withWhiteSpaceAround(text: string, { start, end }: Range): Range {
  const blank = /[ \t\r\n]/;
  let from = start;
  let to = end;
  while (blank.test(text.charAt(from - 1))) from--;
  while (blank.test(text.charAt(to))) to++;
  return { start: from, end: to };
}
