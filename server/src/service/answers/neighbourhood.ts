import { type Analysis, indexFrom } from '../../model/index.ts';

/** A part of a text in which offsets are lower by `shift`. */
export interface Neighbourhood {
  readonly text: string;
  readonly shift: number;
}

const opening = '{"hotfixes":{';

/**
 * As much of a config as tells what an offset is in: inside a map the entry before it and the next two, so that a large
 * config is not walked for a place in it.
 */
export function neighbourhood({ source }: Analysis, offset: number): Neighbourhood {
  const { text, fields } = source;
  const map = fields.find(
    ({ entries, value }) => entries.length > 0 && value.start < offset && offset <= value.end,
  );
  const at = map ? indexFrom(map.entries, offset) - 1 : -1;
  const start = map?.entries[at]?.key.start;
  if (!map || start === undefined) return { text, shift: 0 };
  const end = map.entries[at + 3]?.key.start ?? text.length;
  return { text: opening + text.slice(start, end), shift: start - opening.length };
}
