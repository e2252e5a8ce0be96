import type * as Reader from './read.ts';

export type ManifestReader = Pick<typeof Reader, 'configsIn'>;

/** The YAML library is a file of its own, which is loaded for the first manifest that can have a config. */
export function loadManifestReader(): Promise<ManifestReader> {
  return import('./read.ts');
}
