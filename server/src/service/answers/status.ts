import { type Analysis, Catalogue, type Slot } from '../../model/index.ts';
import { outcomeOf } from './outcome.ts';

export interface Summary {
  readonly readable: boolean;
  readonly summary: string;
}

/** Says in a sentence what nodes do with a config. */
export function summarize(analysis: Analysis): Summary {
  if (analysis.isTooLarge)
    return { readable: false, summary: 'This file has more than 5 MB, so it is not checked.' };
  if (!analysis.isReadable)
    return { readable: false, summary: 'Nodes cannot read this file: no hotfix applies.' };
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
  const { seen, unusual } = analysis;
  const all = seen.entries.length;
  // An entry as releases write it always applies; the others are looked at.
  const others = unusual.slots.filter((slot) => slot.in === 'entry' && applies(analysis, slot)).length;
  const applying = all - unusual.entries.length + others;
  return `${applying} of ${all} ${all === 1 ? 'entry applies' : 'entries apply'}`;
}

function fieldSentence(analysis: Analysis, name: 'version' | 'scripts_version'): string {
  const slot = analysis.unusual.slots.find((one) => one.in === name);
  if (!slot || slot.trimmed === '') return '';
  return `"${name}" ${applies(analysis, slot) ? 'applies' : 'does not apply'}`;
}

function applies(analysis: Analysis, slot: Slot): boolean {
  return !outcomeOf(analysis, slot, Catalogue.empty).isVoid;
}
