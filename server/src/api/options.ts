import { bundledRecordNow, Catalogue, dayAt, isVersion } from '../model/index.ts';
import type { CheckOptions } from '../service/findings/finding.ts';
import type { takeOptions } from './arguments.ts';

type Given = ReturnType<typeof takeOptions>;

/** The options of a check from those of an API call. */
export function checkOptionsFrom(given: Given): CheckOptions {
  const { today = dayAt(new Date()), supportWindowMonths, acceptedLosses } = given;
  return {
    levels: given.rules ?? {},
    catalogue: catalogueFrom(given),
    today,
    supportWindowMonths,
    acceptedLosses,
  };
}

/** The bundled record alone. Sorting it takes longer than judging a config. */
let recorded: Catalogue | undefined;

export function catalogueFrom({ bakedVersions = [], bundledRecord = true }: Given): Catalogue {
  const baked = bakedVersions.filter(isVersion).map((version) => ({ version, images: [], records: [] }));
  if (!bundledRecord) return new Catalogue(baked);
  if (baked.length > 0) return new Catalogue(baked, { bundled: bundledRecordNow() });
  recorded ??= new Catalogue([], { bundled: bundledRecordNow() });
  return recorded;
}
