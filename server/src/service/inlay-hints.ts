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
} from '../model/index.ts';
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

/** None without a record, none on a void one. */
function effect(analysis: Analysis, slot: Slot, catalogue: Catalogue): string[] {
  if (!catalogue.tellsWhatIsUnknown) return [];
  const outcome = outcomeOf(analysis, slot, catalogue);
  const { base, known, isVoid } = outcome;
  if (base && known.length === 0 && !catalogue.tellsOf(base)) return [];
  return isVoid ? [] : [short(outcome, catalogue)];
}

function former(slot: Slot, baseline: Config | null | undefined): string[] {
  if (!baseline) return [];
  const text = trimSpace(textBefore(slot, baseline));
  if (text === slot.trimmed || text === '') return [];
  return [`was ${isVersion(text) ? text : quote(text)}`];
}

/** What stood there; for an entry that is new, what nodes of its base went by, which may have been `version`. */
function textBefore(slot: Slot, baseline: Config): string {
  if (slot.in === 'version') return baseline.version;
  if (slot.in === 'scripts_version') return baseline.scriptsVersion;
  const base = baseMeant(slot);
  const listed = baseline.hotfixes?.get(slot.key.value);
  if (listed !== undefined || !base) return listed ?? '';
  const { upgrade, resolved } = binaryVerdict(baseline, `${base}.0`);
  return upgrade ? resolved : '';
}
