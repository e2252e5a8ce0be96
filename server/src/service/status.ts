import { type Analysis, isReadAsUtf8, type Slot } from '../model/index.ts';

export interface Summary {
  readonly readable: boolean;
  readonly summary: string;
}

/** Says in a sentence what nodes make of a config, saved in that encoding where it is not plain UTF-8. */
export function summarize(analysis: Analysis, encoding: string | undefined): Summary {
  if (analysis.isTooLarge)
    return { readable: false, summary: 'This file has more than 5 MB, so it is not checked.' };
  if (!analysis.isReadable || (encoding !== undefined && !isReadAsUtf8(encoding))) {
    return { readable: false, summary: 'Nodes cannot read this file: no hotfix applies.' };
  }
  const parts = [entriesSentence(analysis), fieldSentence(analysis, 'scripts_version')].filter(
    (part) => part !== '',
  );
  return {
    readable: true,
    summary: `Nodes can read this file; ${parts.join(', ') || 'it asks for no hotfix'}.`,
  };
}

function entriesSentence(analysis: Analysis): string {
  if (!analysis.hasEntries) return fieldSentence(analysis, 'version');
  const { liveOddEntries, liveOddSlots } = analysis;
  const seen = analysis.seenEntries;
  // A plain entry always applies; the others are looked at.
  const applying =
    seen - liveOddEntries.length + liveOddSlots.filter((slot) => slot.in === 'entry' && applies(slot)).length;
  return `${applying} of ${seen} ${seen === 1 ? 'entry applies' : 'entries apply'}`;
}

function fieldSentence({ liveOddSlots }: Analysis, name: 'version' | 'scripts_version'): string {
  const slot = liveOddSlots.find((one) => one.in === name);
  if (!slot || slot.trimmed === '') return '';
  return `"${name}" ${applies(slot) ? 'applies' : 'does not apply'}`;
}

/** Whether a node of that base that has no patch yet would upgrade, and to a package that can exist. */
function applies({ in: place, key, base, version, spelling, comparison }: Slot): boolean {
  const isLookedUp = place !== 'entry' || base === key.value;
  return isLookedUp && version !== undefined && spelling === undefined && comparison === undefined;
}
