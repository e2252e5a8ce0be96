import { Analysis, applyEdits } from '../../model/index.ts';
import { checkAll } from './finding.ts';

/** A text without its comments. Only on request, because comments hold reasons. */
export function withoutComments(text: string): string {
  const findings = checkAll(Analysis.thorough(text), { levels: {}, today: '' });
  const fixes = findings.flatMap((finding) => finding.fixes()).filter(({ dropsComment }) => dropsComment);
  return applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits),
  );
}
