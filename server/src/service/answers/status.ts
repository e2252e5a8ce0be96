import {
  type Analysis,
  Catalogue,
  fieldWith,
  isBase,
  largestConfigInWords,
  type Role,
  type VersionProperty,
} from '../../model/index.ts';
import { isReachable, outcomeOf } from './outcome.ts';

export interface Summary {
  readonly readable: boolean;
  readonly summary: string;
}

/** A sentence about what nodes do with a config, including images on record. */
export function summarize(analysis: Analysis, catalogue: Catalogue = Catalogue.empty): Summary {
  if (analysis.isTooLarge)
    return {
      readable: false,
      summary: `This file is larger than ${largestConfigInWords}, so it is not checked.`,
    };
  if (!analysis.isReadable)
    return { readable: false, summary: 'Nodes cannot read this file: no hotfix applies.' };
  const parts = [entriesSentence(analysis, catalogue), fieldSentence(analysis, 'scripts', catalogue)].filter(
    (part) => part !== '',
  );
  return {
    readable: true,
    summary: `Nodes can read this file; ${parts.join(', ') || 'it asks for no hotfix'}.`,
  };
}

function entriesSentence(analysis: Analysis, catalogue: Catalogue): string {
  if (!analysis.hasEntries) return fieldSentence(analysis, 'pointer', catalogue);
  const { seen, unusual } = analysis;
  const all = seen.entryCount;
  // Usual entries are not void, so only the others are examined.
  const others = unusual.versionProperties.filter((property) => property.role === 'entry');
  const failing =
    unusual.entries.length - others.filter((property) => applies(analysis, property, catalogue)).length;
  const applying = all - failing - unreachableAmongUsual(analysis, catalogue);
  return `${applying} of ${all} ${all === 1 ? 'entry applies' : 'entries apply'}`;
}

/** Creates no `VersionProperty` for each entry: in a large config, that would take most of the time of a keystroke. */
function unreachableAmongUsual(analysis: Analysis, catalogue: Catalogue): number {
  const isUnreachable = (base: string) => isBase(base) && !isReachable(base, 'entry', catalogue);
  const skipped = new Set(analysis.unusual.entries.map(({ entry }) => entry));
  return analysis
    .recordedIn(catalogue)
    .entries.filter(({ entry }) => !skipped.has(entry) && isUnreachable(entry.key.value)).length;
}

function fieldSentence(analysis: Analysis, role: Role, catalogue: Catalogue): string {
  const property = analysis.unusual.versionProperties.find((one) => one.role === role);
  if (!property || property.trimmed === '') return '';
  const { applies, isAlways, base } = outcomeOf(analysis, property, catalogue);
  if (applies && isAlways && base) return `scripts of ${base} always apply`;
  return `"${fieldWith[role]}" ${applies ? 'applies' : 'does not apply'}`;
}

function applies(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): boolean {
  return outcomeOf(analysis, property, catalogue).applies;
}
