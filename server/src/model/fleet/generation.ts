import { type FieldName, fieldNames } from '../fields.ts';

/** What the controller of an image can do. A generation is looked up by exact version, never inferred from a date. */
interface Traits {
  /** The fields that its decoder knows. A wrong type in any other field does not make the file unreadable. */
  readonly fields: readonly FieldName[];
  readonly binary: 'never-reads' | 'installs-any' | 'reports-dev' | 'compares';
  readonly scripts: 'never' | 'always' | 'gated';
  /** Whether its command fails for an unreadable file. The node boots its baked binary anyway. */
  readonly failsOnUnreadable: boolean;
  /** What it does with a map from the live-patching service. */
  readonly served: 'never-asks' | 'overwrites' | 'merges';
}

const current = {
  fields: fieldNames,
  binary: 'compares',
  scripts: 'gated',
  failsOnUnreadable: false,
  served: 'merges',
} as const satisfies Traits;

const dev = { binary: 'reports-dev', scripts: 'always', served: 'never-asks' } as const;

/** Every generation on record, oldest first. In a user's own record, `current` is the last one. */
export const generationTraits = {
  none: { ...dev, fields: [], binary: 'never-reads', scripts: 'never', failsOnUnreadable: false },
  selfupdate: { ...dev, fields: ['version'], binary: 'installs-any', failsOnUnreadable: false },
  'patch-only': { ...dev, fields: ['version'], failsOnUnreadable: true },
  map: { ...dev, fields: ['version', 'hotfixes'], failsOnUnreadable: false },
  stamped: { ...current, served: 'overwrites' },
  grpc: current,
  current,
} as const satisfies Record<string, Traits>;

export type Generation = keyof typeof generationTraits;

export const generations = Object.keys(generationTraits) as readonly Generation[];

export const traitsOf = (generation: Generation): Traits => generationTraits[generation];

export function isGeneration(text: string): text is Generation {
  return Object.hasOwn(generationTraits, text);
}
