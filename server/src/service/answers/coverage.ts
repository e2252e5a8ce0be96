import type { BasesCovered, CoverageBaked, CoverageBefore, CoverageOutcome } from '../../coverage-types.ts';
import {
  type Analysis,
  type BakedVersion,
  type Base,
  baseCompared,
  basesOf,
  binaryVerdict,
  type Catalogue,
  type Config,
  isBase,
  type Range,
  type Slot,
  scriptsVerdict,
  supportedUntil,
  type Verdict,
} from '../../model/index.ts';
import { imageName } from './image-name.ts';
import { outcomeOf } from './outcome.ts';

export interface CoverageOptions {
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly supportWindowMonths?: number | undefined;
  /** What to compare with, as nodes decode it: null where they cannot; undefined where nothing is compared. */
  readonly before?: Config | null | undefined;
}

/** What every known baked version would do under a config, by base. */
export function coverageOf(analysis: Analysis, options: CoverageOptions): BasesCovered<Range> {
  const { catalogue, today, supportWindowMonths = 6, before } = options;
  const now = analysis.config;
  const entries = entriesByBase(analysis);
  const former = [...basesOf('binary', before ?? null), ...basesOf('scripts', before ?? null)];
  const bases = [...new Set([...catalogue.bases, ...entries.keys(), ...former])].sort();
  const images = [...new Set(catalogue.all.flatMap((baked) => baked.images.map(imageName)))].sort();
  const numbers = new Map(images.map((image, i) => [image, i]));
  const scripts = analysis.seen.slots.find((slot) => slot.in === 'scripts_version');
  const areScriptsVoid = scripts !== undefined && outcomeOf(analysis, scripts, catalogue).isVoid;
  return {
    images,
    bases: bases.map((base) => {
      const until = supportedUntil(base, supportWindowMonths);
      const slot = entries.get(base);
      const isVoid = slot !== undefined && outcomeOf(analysis, slot, catalogue).isVoid;
      const range = slot && { start: slot.key.start, end: slot.value.end };
      // Of a base that is not on record, patch 0 stands for all.
      const first = `${base}.0`;
      const change = catalogue.of(base).length > 0 ? null : changeOf(first, before, now);
      return {
        base,
        supportedUntil: until ?? null,
        retired: until !== undefined && today > until,
        entry: slot && range ? { hotfix: slot.trimmed, isVoid, range } : null,
        before: change,
        now: change && doneBy(now, first),
        baked: catalogue.of(base).map((baked) => ({
          ...covered(now, baked, { isVoid, areScriptsVoid }, numbers),
          before: changeOf(baked.version, before, now),
        })),
      };
    }),
  };
}

/** The entry that nodes of each base go by, or `version` where the map has none. */
function entriesByBase({ seen, config }: Analysis): Map<Base, Slot> {
  const legacy = !config?.hotfixes || config.hotfixes.size === 0;
  const found = new Map<Base, Slot>();
  for (const slot of seen.slots) {
    const base = slot.in === 'entry' ? slot.key.value : baseCompared(slot);
    const counts = slot.in === 'entry' || (slot.in === 'version' && legacy);
    if (counts && base !== undefined && isBase(base)) found.set(base, slot);
  }
  return found;
}

function covered(
  config: Config | null,
  { version, images }: BakedVersion,
  { isVoid, areScriptsVoid }: { readonly isVoid: boolean; readonly areScriptsVoid: boolean },
  numbers: ReadonlyMap<string, number>,
): Omit<CoverageBaked, 'before'> {
  const [binary, scripts] = [binaryVerdict(config, version), scriptsVerdict(config, version)];
  return {
    version,
    images: images.flatMap((image) => numbers.get(imageName(image)) ?? []),
    outcome: outcome(binary.reason.code, isVoid),
    ...upgradesOf(binary, scripts),
    areScriptsVoid: scripts.upgrade && areScriptsVoid,
  };
}

/** What a node did before, where it does something else now. */
function changeOf(
  version: string,
  before: Config | null | undefined,
  now: Config | null,
): CoverageBefore | null {
  if (before === undefined) return null;
  const [was, is] = [doneBy(before, version), doneBy(now, version)];
  return was.to === is.to && was.scriptsTo === is.scriptsTo ? null : was;
}

function doneBy(config: Config | null, version: string): CoverageBefore {
  return upgradesOf(binaryVerdict(config, version), scriptsVerdict(config, version));
}

function upgradesOf(binary: Verdict, scripts: Verdict): CoverageBefore {
  return {
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
