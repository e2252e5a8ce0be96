import {
  type Analysis,
  baseMeant,
  binaryVerdict,
  type Catalogue,
  type Config,
  isVersion,
  quote,
  type Range,
  type Slot,
  trimSpace,
} from '../../model/index.ts';
import { short } from './hover.ts';
import { outcomeOf } from './outcome.ts';
import { slotsIn } from './places.ts';

export interface InlayHintAnswer {
  readonly offset: number;
  readonly label: string;
  readonly slot: Slot;
}

/**
 * A few words behind each entry of a range: how many known nodes it upgrades, and what stood there in the baseline
 * where that was something else.
 */
export function inlayHintsIn(
  analysis: Analysis,
  range: Range,
  catalogue: Catalogue,
  baseline?: Config | null,
): InlayHintAnswer[] {
  if (!analysis.config) return [];
  return slotsIn(analysis, range).flatMap((slot) => {
    const parts = [...effect(analysis, slot, catalogue), ...former(slot, baseline)];
    return parts.length > 0 ? [{ offset: slot.value.end, label: parts.join(' · '), slot }] : [];
  });
}

/** Without a record of baked versions, only that an entry is void. */
function effect(analysis: Analysis, slot: Slot, catalogue: Catalogue): string[] {
  const outcome = outcomeOf(analysis, slot, catalogue);
  if (outcome.isVoid) return [short(outcome, catalogue)];
  const { base, known } = outcome;
  const isKnown = catalogue.tellsWhatIsUnknown && (!base || known.length > 0 || catalogue.tellsOf(base));
  return isKnown ? [short(outcome, catalogue)] : [];
}

function former(slot: Slot, baseline: Config | null | undefined): string[] {
  if (!baseline) return [];
  const text = trimSpace(textBefore(slot, baseline));
  if (text === slot.trimmed) return [];
  if (text === '') return ['new'];
  return [`was ${isVersion(text) ? text : quote(text)}`];
}

/** What was there; for an entry or field that is new, the version that nodes of its base used. */
function textBefore(slot: Slot, baseline: Config): string {
  if (slot.in === 'scripts') return baseline.scripts_version;
  const before = slot.in === 'pointer' ? baseline.version : baseline.hotfixes?.get(slot.key.value);
  const base = baseMeant(slot);
  if (before || !base) return before ?? '';
  const { upgrade, resolved } = binaryVerdict(baseline, `${base}.0`);
  return upgrade ? resolved : '';
}
