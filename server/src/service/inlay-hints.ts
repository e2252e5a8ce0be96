import type { Analysis, Catalogue, Range, Slot } from '../model/index.ts';
import { short } from './hover.ts';
import { outcomeOf } from './outcome.ts';
import { slotsIn } from './places.ts';

export interface InlayHintAnswer {
  readonly offset: number;
  readonly label: string;
  readonly slot: Slot;
}

/** A few words behind each entry of a range: how many known nodes it upgrades. None without a record, none on a void one. */
export function inlayHintsIn(analysis: Analysis, range: Range, catalogue: Catalogue): InlayHintAnswer[] {
  if (catalogue.isEmpty || !analysis.config) return [];
  return slotsIn(analysis, range).flatMap((slot) => {
    const outcome = outcomeOf(analysis, slot, catalogue);
    if (outcome.isVoid) return [];
    return [{ offset: slot.value.end, label: short(outcome, catalogue), slot }];
  });
}
