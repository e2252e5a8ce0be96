import {
  type Analysis,
  baseMeant,
  binaryVerdict,
  type Catalogue,
  type Config,
  configsRead,
  isVersion,
  quote,
  type Range,
  type Readings,
  trimSpace,
  type VersionProperty,
} from '../../model/index.ts';
import { versionPropertiesIn } from './at-offset.ts';
import { short } from './hover.ts';
import { outcomeOf } from './outcome.ts';

export interface InlayHintAnswer {
  readonly offset: number;
  readonly label: string;
  readonly property: VersionProperty;
}

/**
 * A short hint after each entry of a range: how many known baked versions it upgrades, and the value in the baseline
 * if that differs.
 */
export function inlayHintsIn(
  analysis: Analysis,
  range: Range,
  catalogue: Catalogue,
  baseline?: Readings,
): InlayHintAnswer[] {
  return versionPropertiesIn(analysis, range).flatMap((property) => {
    const parts = analysis.config
      ? [...effect(analysis, property, catalogue), ...former(property, baseline)]
      : olderControllers(analysis, property, catalogue);
    return parts.length > 0 ? [{ offset: property.value.end, label: parts.join(' · '), property }] : [];
  });
}

/** In a file that current controllers cannot read, what others do all the same. */
function olderControllers(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): string[] {
  if (property.role !== 'pointer') return [];
  const outcome = outcomeOf(analysis, property, catalogue);
  return outcome.upgradedElsewhere.length > 0 ? [short(outcome, catalogue)] : [];
}

/** Without a record of baked versions, a hint only says that an entry is void. */
function effect(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): string[] {
  const outcome = outcomeOf(analysis, property, catalogue);
  if (outcome.isVoid || outcome.upgradedElsewhere.length > 0) return [short(outcome, catalogue)];
  const { base, known } = outcome;
  const isKnown = catalogue.isConclusive && (!base || known.length > 0 || catalogue.isConclusiveFor(base));
  return isKnown ? [short(outcome, catalogue)] : [];
}

function former(property: VersionProperty, baseline: Readings | undefined): string[] {
  const config = baseline && configsRead(baseline).at(-1);
  if (!config) return [];
  const text = trimSpace(textBefore(property, config));
  if (text === property.trimmed) return [];
  if (text === '') return ['new'];
  return [`was ${isVersion(text) ? text : quote(text)}`];
}

/** The previous value. For a new entry or field, the version that nodes of its base used. */
function textBefore(property: VersionProperty, config: Config): string {
  if (property.role === 'scripts') return config.scripts_version;
  const before = property.role === 'pointer' ? config.version : config.hotfixes?.get(property.key.value);
  const base = baseMeant(property);
  if (before || !base) return before ?? '';
  const { upgrade, resolved } = binaryVerdict(config, `${base}.0`);
  return upgrade ? resolved : '';
}
