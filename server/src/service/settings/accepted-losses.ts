import { applyEdits, modify } from 'jsonc-parser';
import { formattingOf } from '../../rules/formatting.ts';

/** The text of a project file with one more accepted loss. Its reason is empty, so the user must fill it in. */
export function withAcceptedLoss(text: string, base: string): string {
  const object = /\S/.test(text) ? text : '{}\n';
  const options = { isArrayInsertion: true, formattingOptions: formattingOf(object) };
  return applyEdits(object, modify(object, ['acceptedLosses', -1], { base, reason: '' }, options));
}
