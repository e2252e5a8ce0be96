import {
  type Analysis,
  type Base,
  Catalogue,
  fieldWith,
  largestConfigInWords,
  lastMap,
  type Role,
  type Version,
  type VersionProperty,
} from '../../model/index.ts';
import { named } from './hover.ts';
import { outcomeIn, outcomeOf } from './outcome.ts';

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
  if (!analysis.isReadable) return { readable: false, summary: unreadable(analysis, catalogue) };
  return {
    readable: true,
    summary: `Nodes can read this ${nameOf(analysis)}; ${effectsOf(analysis, catalogue) || 'it asks for no hotfix'}.`,
  };
}

/** The same in a few words behind the brace of the map, for an editor that has no other place for it. */
export function statusHint(analysis: Analysis, catalogue: Catalogue): StatusHint | undefined {
  const map = lastMap(analysis.source);
  if (map?.value.kind !== 'object' || analysis.isTooLarge) return undefined;
  const label = analysis.isReadable ? effectsOf(analysis, catalogue) : unreadable(analysis, catalogue);
  return label === '' ? undefined : { offset: map.value.start + 1, label };
}

export interface StatusHint {
  readonly offset: number;
  readonly label: string;
}

function effectsOf(analysis: Analysis, catalogue: Catalogue): string {
  const parts = [
    analysis.hasEntries ? entriesSentence(analysis, catalogue) : '',
    pointerSentence(analysis, catalogue) || (isPointerVoid(analysis) ? doesNotApply('pointer') : ''),
    scriptsSentence(analysis, catalogue),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function nameOf({ isServed }: Analysis): string {
  return isServed ? 'served map' : 'file';
}

/** Older controllers know fewer fields, so some read what current ones cannot. */
function unreadable(analysis: Analysis, catalogue: Catalogue): string {
  const elsewhere = pointerSentence(analysis, catalogue);
  if (elsewhere === '') return `Nodes cannot read this ${nameOf(analysis)}: no hotfix applies.`;
  return `Current controllers cannot read this file; ${elsewhere}.`;
}

/** Without a period. */
export function entriesSentence(analysis: Analysis, catalogue: Catalogue): string {
  const { seen, unusual } = analysis;
  const all = seen.entryCount;
  // Usual entries are not void, so only the others and those on record are examined.
  const others = unusual.versionProperties.filter((property) => property.role === 'entry');
  const failing =
    unusual.entries.length -
    others.filter((property) => outcomeOf(analysis, property, catalogue).applies).length;
  const applying = all - failing - failingAmongUsual(analysis, catalogue);
  return `${applying} of ${all} ${all === 1 ? 'entry applies' : 'entries apply'}`;
}

/** Creates no `VersionProperty` for each entry: in a large config, that would take most of the time of a keystroke. */
function failingAmongUsual(analysis: Analysis, catalogue: Catalogue): number {
  const skipped = new Set(analysis.unusual.entries.map(({ entry }) => entry));
  return analysis.recordedIn(catalogue).entries.filter(({ entry: { key, value }, entry }) => {
    const base = key.value as Base;
    if (skipped.has(entry) || value.kind !== 'string' || catalogue.of(base).length === 0) return false;
    const version = value.value as Version;
    const hotfix = { role: 'entry', base, version, trimmed: version } as const;
    return !outcomeIn(analysis.readings, hotfix, catalogue).applies;
  }).length;
}

/** Whether to say so, if `version` does not apply: next to entries, that is no news. */
function isPointerVoid(analysis: Analysis): boolean {
  return !analysis.hasEntries && propertyWith('pointer', analysis) !== undefined;
}

/** Empty if `version` does not apply to any node. */
function pointerSentence(analysis: Analysis, catalogue: Catalogue): string {
  const property = propertyWith('pointer', analysis);
  if (!property) return '';
  const { applies, upgradedElsewhere } = outcomeOf(analysis, property, catalogue);
  if (applies) return '"version" applies';
  if (upgradedElsewhere.length > 0) return `"version" applies only to ${named(upgradedElsewhere)}`;
  return '';
}

function scriptsSentence(analysis: Analysis, catalogue: Catalogue): string {
  const property = propertyWith('scripts', analysis);
  if (!property) return '';
  const { applies, isAlways, base, upgrading, known } = outcomeOf(analysis, property, catalogue);
  if (!applies) return doesNotApply('scripts');
  if (isAlways && base) return `scripts of ${base} always apply`;
  // The binary that its nodes install decides about the scripts.
  return `"${fieldWith.scripts}" ${known.length > 0 && upgrading === 0 ? 'may apply' : 'applies'}`;
}

function propertyWith(role: Role, { unusual }: Analysis): VersionProperty | undefined {
  return unusual.versionProperties.find((one) => one.role === role && one.trimmed !== '');
}

function doesNotApply(role: Role): string {
  return `"${fieldWith[role]}" does not apply`;
}
