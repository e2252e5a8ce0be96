import { applyEdits, modify } from 'jsonc-parser';
import {
  type Analysis,
  type Base,
  baseOf,
  type Catalogue,
  type Edit,
  editBetween,
  isBase,
  isBlank,
  nextVersion,
  obstacleTo,
  supportedUntil,
  type Version,
} from '../../model/index.ts';
import { formattingOf } from '../../rules/formatting.ts';
import { obstacles } from './known-table.ts';

/** A base inside the support window. */
export interface Candidate {
  readonly base: Base;
  /** The version of a new hotfix. */
  readonly next: Version;
  readonly images: number;
  readonly supportedUntil: string;
  /** Why an entry for it makes no sense; undefined if it does. */
  readonly why: string | undefined;
}

interface Window {
  readonly catalogue: Catalogue;
  /** YYYY-MM-DD (UTC). */
  readonly today: string;
  readonly supportWindowMonths?: number | undefined;
}

/** The supported bases, newest first. On an official branch, only the base that it serves. */
export function candidatesOf(
  analysis: Analysis,
  { catalogue, today, supportWindowMonths = 6 }: Window,
): Candidate[] {
  const { branchVersion } = catalogue;
  const bases = branchVersion ? [baseOf(branchVersion)] : [...catalogue.bases].reverse();
  return bases.flatMap((base): Candidate[] => {
    const until = supportedUntil(base, supportWindowMonths);
    const next = nextVersion(analysis, base, catalogue);
    if (!until || today > until || !next) return [];
    const images = new Set(catalogue.of(base).flatMap((baked) => baked.images)).size;
    return [{ base, next, images, supportedUntil: until, why: whyNot(analysis, base, catalogue) }];
  });
}

function whyNot(analysis: Analysis, base: Base, catalogue: Catalogue): string | undefined {
  if (analysis.byBase.isListed(base)) return 'already listed';
  const found = catalogue.of(base).map((baked) => obstacleTo(baked, 'entry', catalogue));
  const last = found.at(-1);
  return last === undefined || found.includes(undefined) ? undefined : obstacles[last];
}

/** Adds an entry with the next patch for each base, in the order of the bases; or says why that is not possible. */
export function addHotfixes(
  analysis: Analysis,
  bases: readonly string[],
  catalogue: Catalogue,
): { readonly edit: Edit; readonly added: readonly Version[] } | { readonly problem: string } {
  const { text, root, faults, fields } = analysis.source;
  const maps = fields.filter(({ role }) => role === 'entry');
  const [map] = maps;
  const isOther = (root && root.kind !== 'object') || (map && map.value.kind !== 'object');
  if (faults.length > 0 || isOther || maps.length > 1)
    return { problem: 'Correct the errors in the file first.' };
  const added = [...new Set(bases)]
    .sort()
    .filter(isBase)
    .filter((base) => !analysis.byBase.isListed(base))
    .flatMap((base) => nextVersion(analysis, base, catalogue) ?? []);
  let after = isBlank(text) ? '{\n  "hotfixes": {}\n}\n' : text;
  for (const version of added) {
    const base = baseOf(version);
    const options = {
      formattingOptions: formattingOf(after),
      getInsertionIndex: (keys: readonly string[]) => keys.filter((key) => key < base).length,
    };
    after = applyEdits(after, modify(after, [map?.key.value ?? 'hotfixes', base], version, options));
  }
  return { edit: editBetween(text, after), added };
}
