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
