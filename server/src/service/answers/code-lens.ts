import type { CoverageBaked, CoverageBase } from '../../coverage-types.ts';
import {
  type Analysis,
  type Change,
  changes,
  firstChange,
  isLoss,
  lastMap,
  type Range,
} from '../../model/index.ts';
import { type CoverageOptions, coverageOf } from './coverage.ts';

export interface CodeLensAnswer extends Range {
  readonly title: string;
  /** Whether nodes lose something against the baseline. */
  readonly isLoss: boolean;
}

interface LensOptions extends CoverageOptions {
  /** The name of the baseline. */
  readonly revision?: string | undefined;
}

/** A line above the config: how many known baked versions upgrade, and how many lose a hotfix against the baseline. */
export function codeLensOf(analysis: Analysis, options: LensOptions): CodeLensAnswer | undefined {
  const at = rangeOf(analysis);
  if (!at || analysis.isTooLarge) return undefined;
  const { bases } = coverageOf(analysis, options);
  const lost = losses(bases);
  const parts = [...(options.catalogue.isConclusive ? upgrades(analysis, bases) : []), ...lost];
  if (parts.length === 0) return undefined;
  const against = lost.length > 0 ? ` against ${options.revision}` : '';
  return { start: at.start, end: at.end, title: `${parts.join(' · ')}${against}`, isLoss: lost.length > 0 };
}

/** The map, otherwise the object. */
function rangeOf({ source }: Analysis): Range | undefined {
  const { root } = source;
  const map = lastMap(source);
  if (map) return map.key;
  return root?.kind === 'object' ? { start: root.start, end: root.start + 1 } : undefined;
}

/** A config that asks for nothing has findings that say so. */
function upgrades({ hasEntries, unusual }: Analysis, bases: readonly CoverageBase<Range>[]): string[] {
  if (!hasEntries && unusual.versionProperties.every(({ trimmed }) => trimmed === '')) return [];
  const baked = bases.flatMap((base) => base.baked);
  const binary = baked.filter(({ outcome }) => outcome === 'upgrades').length;
  const scripts = baked.filter(({ scriptsTo }) => scriptsTo !== '').length;
  if (binary + scripts === 0) return ['no known node upgrades'];
  return [
    ...(binary > 0 ? [binary === 1 ? '1 upgrades' : `${binary} upgrade`] : []),
    ...(scripts > 0 ? [`scripts of ${scripts} upgrade`] : []),
  ];
}

/** As in the coverage view, a base that is not on record counts once. */
function losses(bases: readonly CoverageBase<Range>[]): string[] {
  const kinds = bases.flatMap((base) => [changeOf(base), ...base.baked.map(changeOf)]);
  const count = (kind: Change) => kinds.filter((one) => one === kind).length;
  return changes.filter(isLoss).flatMap((kind) => (count(kind) > 0 ? [`${count(kind)} ${kind}`] : []));
}

function changeOf({ before }: Pick<CoverageBaked, 'before'>): Change | undefined {
  return firstChange([before?.binary, before?.scripts]);
}
