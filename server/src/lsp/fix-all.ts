import type { Edit } from '../model/index.ts';
import type { Finding } from '../service/findings/finding.ts';
import { fixAll, hasSafeFix, whyNotFixed } from '../service/findings/fix-all.ts';
import type { Checked, CheckedManifest } from './checker.ts';

/** Cached: a client asks at each move of the cursor, and only an edit changes the answer. */
const knownToHaveSafeFix = new WeakMap<readonly Finding[], boolean>();

export function haveSafeFix(findings: readonly Finding[]): boolean {
  const known = knownToHaveSafeFix.get(findings) ?? findings.some(hasSafeFix);
  knownToHaveSafeFix.set(findings, known);
  return known;
}

/** Whether findings have safe fixes, apart from those that were found at a place. */
export function isAnotherSafe(all: readonly Finding[], found: readonly Finding[]): boolean {
  return haveSafeFix(all) && all.some((finding) => !found.includes(finding) && hasSafeFix(finding));
}

/** Why the configs of a document are not fixed, as a clause about one of them. */
export function whyNotAllFixed(checked: Checked | CheckedManifest): string | undefined {
  if (!('configs' in checked)) return whyNotFixed(checked.analysis, checked.findings);
  const reasons = checked.configs.flatMap((config) => whyNotAllFixed(config.checked) ?? []);
  return reasons[0];
}

/** The edits of all safe fixes. */
export function allFixes(checked: Checked | CheckedManifest): readonly Edit[] {
  if (!('configs' in checked)) return fixAll(checked.analysis, checked.options, checked.findings).edits;
  return checked.configs.flatMap((config) => {
    const edits = allFixes(config.checked);
    return edits.length > 0 ? (config.document.config.write(edits) ?? []) : [];
  });
}
