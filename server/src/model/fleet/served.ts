import { type Config, decodeConfig } from '../config.ts';
import { fieldWith } from '../fields.ts';
import { readStrict } from '../read.ts';
import { isBlank, trimSpace } from '../white-space.ts';
import { type Generation, traitsOf } from './generation.ts';
import { goJson } from './go-json.ts';
import { noFile, type Readings, readingsOfConfig } from './readings.ts';

/** The file that a node has after it asked the live-patching service. */
export interface Staged {
  /** The text that replaces the file; undefined if the file, or its absence, does not change. */
  readonly text: string | undefined;
  /** The served map; undefined if it could not be used. */
  readonly served: ReadonlyMap<string, string> | undefined;
}

/**
 * Combines a node's decoded file (null if it cannot decode it) with a served text. `merges` keeps `version` and
 * `scripts_version` of the file. `overwrites`, an older controller, loses them, even for an empty map.
 */
export function stage(file: Config | null, served: string, how: 'merges' | 'overwrites'): Staged {
  const map = servedMap(served, how);
  if (!map || (map.size === 0 && how === 'merges')) return { text: undefined, served: map };
  const kept = how === 'merges' ? file : null;
  return { text: stagedText(kept, map), served: map };
}

/** What controllers of all generations read after those that ask were served a text. */
export function readingsServed(unserved: Readings, served: string): Readings {
  const read = (how: 'merges' | 'overwrites') => {
    const { text } = stage(unserved.current, served, how);
    return text === undefined ? unserved : readingsOfConfig(configIn(text));
  };
  const [merged, overwritten] = [read('merges'), read('overwrites')];
  return {
    current: merged.current,
    by(generation: Generation) {
      const how = traitsOf(generation).served;
      const readings = how === 'merges' ? merged : how === 'overwrites' ? overwritten : unserved;
      return readings.by(generation);
    },
  };
}

function servedMap(text: string, how: 'merges' | 'overwrites'): Staged['served'] {
  const trimmed = trimSpace(text);
  // The older controller treats an empty response as a broken one.
  if (trimmed === '') return how === 'merges' ? new Map() : undefined;
  const config = configIn(trimmed);
  return config ? (config.hotfixes ?? new Map()) : undefined;
}

function configIn(text: string): Config | null {
  if (isBlank(text)) return noFile.current;
  const read = readStrict(text);
  return 'fields' in read ? decodeConfig(read) : null;
}

/** As Go's encoder writes it: compact, without empty fields, keys in byte order. */
function stagedText(kept: Config | null, map: ReadonlyMap<string, string>): string {
  const field = (name: string, value: string | undefined) =>
    value ? [`${goJson(name)}:${goJson(value)}`] : [];
  const entries = [...map]
    .sort(([a], [b]) => byBytes(a, b))
    .map(([key, value]) => `${goJson(key)}:${goJson(value)}`);
  const fields = [
    ...field(fieldWith.pointer, kept?.version),
    ...field(fieldWith.scripts, kept?.scripts_version),
    `"${fieldWith.entry}":{${entries.join(',')}}`,
  ];
  return `{${fields.join(',')}}`;
}

/** UTF-8 bytes sort like code points. JavaScript's code units do not. */
function byBytes(a: string, b: string): number {
  const [first, second] = [[...a], [...b]];
  const at = first.findIndex((character, i) => character !== second[i]);
  if (at < 0) return first.length - second.length;
  return (first[at]?.codePointAt(0) ?? 0) - (second[at]?.codePointAt(0) ?? -1);
}
