import {
  type Analysis,
  type BakedVersion,
  type Base,
  baseOf,
  binaryVerdict,
  type Catalogue,
  isBase,
  type Range,
  type Slot,
  scriptsVerdict,
  supportedUntil,
} from '../model/index.ts';
import type { Coverage, CoverageBaked, CoverageBase, CoverageEntry, CoverageOutcome } from '../protocol.ts';
import { outcomeOf } from './outcome.ts';

export interface CoverageOptions {
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly supportWindowMonths?: number | undefined;
}

/** What the picture of all baked versions shows, with places as offsets. */
export interface CoverageAnswer
  extends Omit<Coverage, 'uri' | 'version' | 'readable' | 'summary' | 'problem' | 'bases'> {
  readonly bases: readonly (Omit<CoverageBase, 'entry'> & {
    readonly entry: (Omit<CoverageEntry, 'range'> & { readonly range: Range }) | null;
  })[];
}

/** What every known baked version would do under a config, by base. */
export function coverageOf(analysis: Analysis, options: CoverageOptions): CoverageAnswer {
  const { catalogue, today, supportWindowMonths = 6 } = options;
  const entries = entriesByBase(analysis);
  const bases = [...new Set([...catalogue.bases, ...entries.keys()])].sort();
  const images = [...new Set(catalogue.all.flatMap((baked) => baked.images))].sort();
  const numbers = new Map(images.map((image, i) => [image, i]));
  return {
    images,
    bases: bases.map((base) => {
      const until = supportedUntil(base, supportWindowMonths);
      const slot = entries.get(base);
      const isVoid = slot !== undefined && outcomeOf(analysis, slot, catalogue).isVoid;
      const range = slot && { start: slot.key.start, end: slot.value.end };
      return {
        base,
        supportedUntil: until ?? null,
        retired: until !== undefined && today > until,
        entry: slot && range ? { hotfix: slot.trimmed, isVoid, range } : null,
        baked: catalogue.of(base).map((baked) => covered(analysis, baked, isVoid, numbers)),
      };
    }),
  };
}

/** The entry that nodes of each base go by, or `version` where the map has none. */
function entriesByBase({ liveSlots, config }: Analysis): Map<Base, Slot> {
  const legacy = !config?.hotfixes || config.hotfixes.size === 0;
  const found = new Map<Base, Slot>();
  for (const slot of liveSlots) {
    const base = slot.in === 'entry' ? slot.key.value : slot.version && baseOf(slot.version);
    const counts = slot.in === 'entry' || (slot.in === 'version' && legacy);
    if (counts && base !== undefined && isBase(base)) found.set(base, slot);
  }
  return found;
}

function covered(
  { config }: Analysis,
  { version, images }: BakedVersion,
  isVoid: boolean,
  numbers: ReadonlyMap<string, number>,
): CoverageBaked {
  const [binary, scripts] = [binaryVerdict(config, version), scriptsVerdict(config, version)];
  return {
    version,
    images: images.flatMap((image) => numbers.get(image) ?? []),
    outcome: outcome(binary.reason.code, isVoid),
    to: binary.upgrade ? binary.resolved : '',
    scriptsTo: scripts.upgrade ? scripts.resolved : '',
  };
}

function outcome(code: ReturnType<typeof binaryVerdict>['reason']['code'], isVoid: boolean): CoverageOutcome {
  if (code === 'unreadable') return 'unreadable';
  if (isVoid) return 'void';
  if (code === 'upgrades') return 'upgrades';
  return code === 'same-patch' || code === 'lower-patch' ? 'already-there' : 'not-listed';
}
