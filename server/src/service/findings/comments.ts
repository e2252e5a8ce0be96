import { type Analysis, applyEdits } from '../../model/index.ts';
import { check } from './finding.ts';

/** A text without its comments. Only on request, because comments hold reasons. */
export function withoutComments(analysis: Analysis): string {
  const fixes = check(analysis, { levels: {}, today: '' }).flatMap((finding) => finding.fixes());
  const edits = fixes.flatMap((fix) => (fix.dropsComment ? fix.edits : []));
  return applyEdits(analysis.source.text, edits);
}
