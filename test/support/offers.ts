import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/model/index.ts';
import { findingsAmong, type Surroundings } from './markers.ts';

export interface OfferCase extends Surroundings {
  readonly it: string;
  readonly text: string;
  /** Every fix of the rule's findings: whether it is safe, and the text after it. */
  readonly offers: readonly string[];
}

/** The fixes of a rule's findings, one per line. */
export function offersOf(rule: string, { it: _, offers: __, text, ...surroundings }: OfferCase): string[] {
  const findings = findingsAmong(text, surroundings).filter(({ ruleId }) => ruleId === rule);
  if (findings.length === 0) return ['no finding'];
  return findings
    .flatMap((finding) => finding.fixes())
    .map(({ safe, edits, saveAsUtf8, dropsComment, deletesFile }) => {
      if (deletesFile) return 'deletes the file';
      const marks = [safe ? 'safe ' : '', saveAsUtf8 ? '(UTF-8) ' : '', dropsComment ? '(a comment) ' : ''];
      return `${marks.join('')}→ ${applyEdits(text, edits)}`;
    });
}

/** Tests the fixes of several rules. */
export function testOffers(cases: readonly (readonly [rule: string, readonly OfferCase[]])[]): void {
  describe.each(cases)('a finding of %s offers', (rule, list) => {
    it.each(list.map((one) => [one.it, one] as const))('%s', (_, one) => {
      expect(offersOf(rule, one)).toEqual(one.offers);
    });
  });
}
