import { Catalogue, dayAt, isVersion } from '../model/index.ts';
import type { CheckOptions } from '../service/findings/finding.ts';
import type { takeOptions } from './arguments.ts';

/** The options of a check from those of an API call. */
export function checkOptionsFrom(given: ReturnType<typeof takeOptions>): CheckOptions {
  const { today = dayAt(new Date()), supportWindowMonths } = given;
  return {
    levels: given.rules ?? {},
    catalogue: catalogueFrom(given.bakedVersions),
    today,
    supportWindowMonths,
  };
}

export function catalogueFrom(baked: readonly string[] = []): Catalogue {
  return new Catalogue(baked.filter(isVersion).map((version) => ({ version, images: [], records: [] })));
}
