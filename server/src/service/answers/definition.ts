import { type Analysis, baseOf, type Catalogue, type Range } from '../../model/index.ts';
import { versionPropertyAt } from './at-offset.ts';

export interface DefinitionAnswer extends Range {
  /** URIs of files that record the baked versions of the entry: one for each version, although each image has its own. */
  readonly records: readonly string[];
}

/** Where the baked version at an offset is recorded, or else all baked versions of its base. */
export function definitionAt(
  analysis: Analysis,
  offset: number,
  catalogue: Catalogue,
): DefinitionAnswer | undefined {
  const property = versionPropertyAt(analysis, offset);
  if (!property) return undefined;
  const onKey = offset <= property.key.end;
  const base =
    onKey && property.role === 'entry' ? property.base : property.version && baseOf(property.version);
  const ofBase = base ? catalogue.of(base) : [];
  const itself = onKey ? [] : ofBase.filter(({ version }) => version === property.version);
  const records = (itself.length > 0 ? itself : ofBase).flatMap((baked) => baked.records.slice(0, 1));
  if (records.length === 0) return undefined;
  const { start, end } = onKey ? property.key : property.value;
  return { start, end, records: [...new Set(records)] };
}
