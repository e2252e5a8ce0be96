import { type Config, decodeConfig, emptyConfig } from '../config.ts';
import type { FieldName } from '../fields.ts';
import type { ConfigSource } from '../source.ts';
import { type Generation, generations, traitsOf } from './generation.ts';

/**
 * What the controllers of all generations read in one file. They know different fields: `"scripts_version": 7` makes
 * the file unreadable for a current controller, but not for one that does not know the field.
 */
export interface Readings {
  /** By a controller that knows all fields, like the current ones. */
  readonly current: Config | null;
  by(generation: Generation): Config | null;
}

const readers = generations.filter((generation) => traitsOf(generation).fields.length > 0);

export function readingsOf(source: ConfigSource, current: Config | null = decodeConfig(source)): Readings {
  // If a current controller can read the file, all others can.
  if (current) return readingsOfConfig(current);
  const known = new Map<string, Config | null>();
  return {
    current,
    by(generation) {
      const { fields } = traitsOf(generation);
      const key = fields.join();
      const reading = known.has(key) ? (known.get(key) ?? null) : decodeConfig(reduced(source, fields));
      known.set(key, reading);
      return reading;
    },
  };
}

/** For a config that is already decoded, or for an unreadable file (null). */
export function readingsOfConfig(config: Config | null): Readings {
  return { current: config, by: () => config };
}

/** The same for nodes that get no scripts: without scripts, the field that enables them does nothing. */
export function withoutScripts({ current, by }: Readings): Readings {
  const known = new Map<Config | null, Config | null>();
  const bare = (config: Config | null) => {
    const same = known.get(config) ?? (config && { ...config, scripts_version: '' });
    known.set(config, same);
    return same;
  };
  return { current: bare(current), by: (generation) => bare(by(generation)) };
}

/**
 * What some controller reads: one config, or several if controllers differ, oldest controllers first. Empty if no
 * controller can read the file.
 */
export function configsRead({ by }: Readings): Config[] {
  return [...new Set(readers.flatMap((generation) => by(generation) ?? []))];
}

/** For a node without a file, which is the normal state of every branch. */
export const noFile: Readings = readingsOfConfig(emptyConfig);

function reduced(source: ConfigSource, known: readonly FieldName[]): ConfigSource {
  return {
    ...source,
    fields: source.fields.filter(({ name }) => name !== undefined && known.includes(name)),
  };
}
