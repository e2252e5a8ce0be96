import { type Analysis, indexFrom } from '../../model/index.ts';

/** A part of a text, whose offsets are lower by `shift`. */
export interface NearbyText {
  readonly text: string;
  readonly shift: number;
}

const opening = '{"hotfixes":{';

/**
 * The part of a config around an offset that determines a completion: inside a map, the previous entry and the next
 * two. A large config is not scanned.
 */
export function nearbyText({ source }: Analysis, offset: number): NearbyText {
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
