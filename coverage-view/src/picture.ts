import type {
  CoverageBaked,
  CoverageBase,
  CoverageChange,
  CoverageOutcome,
} from '../../server/src/coverage-types.ts';
import type { Coverage } from '../../server/src/protocol.ts';

/** The meaning of a mark: the outcome of a baked version, or an unknown base. */
export type Sign = CoverageOutcome | 'unknown';

export interface Mark {
  /** The baked version; for an unknown base its patch 0, which every image begins with. */
  readonly version: string;
  readonly patch: string;
  readonly sign: Sign;
  readonly to: string;
  readonly scriptsTo: string;
  /** The previous meaning, if a comparison finds a difference. */
  readonly before: CoverageChange | null;
}

export interface Cell {
  readonly base: string;
  readonly day: string;
  readonly retired: boolean;
  readonly supportedUntil: string | null;
  readonly entry: { readonly hotfix: string; readonly isVoid: boolean } | null;
  /** Never empty. */
  readonly marks: readonly Mark[];
}

export interface Month {
  /** From 1. */
  readonly month: number;
  readonly cells: readonly Cell[];
}

export interface Year {
  readonly year: string;
  /** All twelve, from January on. */
  readonly months: readonly Month[];
  readonly baked: number;
  readonly upgrading: number;
}

export interface Totals {
  readonly outcomes: Readonly<Record<CoverageOutcome, number>>;
  readonly baked: number;
  /** Bases in the config without a known baked version. */
  readonly unknownBases: number;
  /** Baked versions whose scripts upgrade. */
  readonly scripts: number;
}

export interface Picture {
  readonly totals: Totals;
  /** Newest first. */
  readonly years: readonly Year[];
  /** Bases whose month is invalid. */
  readonly undated: readonly Cell[];
}

/** The calendar of all known baked versions, or of those of one image or generation of controllers, with totals. */
export function pictureOf(
  coverage: Coverage,
  image: string | null,
  generation: string | null = null,
): Picture {
  const limits = { image: indexOf(coverage, image), generation };
  const cells = coverage.bases.flatMap((base) => cellOf(base, limits) ?? []);
  return { totals: totalsOf(cells), ...calendarOf(cells) };
}

function indexOf({ images }: Coverage, image: string | null): number | null {
  return image === null ? null : images.indexOf(image);
}

/** The generations of controllers on record, oldest first. */
export function generationsIn({ bases }: Coverage): readonly string[] {
  const all = bases.flatMap(({ baked }) => baked.flatMap(({ generation }) => generation ?? []));
  return [...new Set(all)];
}

interface Limits {
  readonly image: number | null;
  readonly generation: string | null;
}

const unlimited: Limits = { image: null, generation: null };

/** Undefined for a base that the image never had. A base that only the config names has no images. */
function cellOf(base: CoverageBase, { image, generation }: Limits): Cell | undefined {
  const { entry, baked } = base;
  const shown = baked.filter(
    (one) =>
      (image === null || one.images.includes(image)) &&
      (generation === null || one.generation === generation),
  );
  if (shown.length === 0 && baked.length > 0) return undefined;
  const marks = shown.map((one): Mark => {
    const { version, scriptsTo, before } = one;
    const patch = version.slice(base.base.length + 1);
    return { version, patch, ...doneBy(one, image), scriptsTo, before };
  });
  return {
    base: base.base,
    day: base.base.slice(7),
    retired: base.retired,
    supportedUntil: base.supportedUntil,
    entry: entry && { hotfix: entry.hotfix, isVoid: entry.isVoid },
    marks: marks.length > 0 ? marks : [unknownMark(base)],
  };
}

/** What nodes of one image do, or nodes of all images. */
function doneBy(
  { outcome, to, cannotOn, unclearOn }: CoverageBaked,
  image: number | null,
): Pick<Mark, 'sign' | 'to'> {
  if ((outcome === 'upgrades' || outcome === 'unclear') && image !== null) {
    if (cannotOn.includes(image)) return { sign: 'cannot', to: '' };
    if (unclearOn.includes(image)) return { sign: 'unclear', to };
  }
  return { sign: outcome, to };
}

function unknownMark({ base, before, now }: CoverageBase): Mark {
  const { to, scriptsTo } = now ?? { to: '', scriptsTo: '' };
  return { version: `${base}.0`, patch: '', sign: 'unknown', to, scriptsTo, before };
}

function totalsOf(cells: readonly Cell[]): Totals {
  const outcomes = {
    upgrades: 0,
    'already-there': 0,
    'not-listed': 0,
    cannot: 0,
    unclear: 0,
    void: 0,
    unreadable: 0,
  };
  let [baked, unknownBases, scripts] = [0, 0, 0];
  for (const { sign, scriptsTo } of cells.flatMap(({ marks }) => marks)) {
    if (sign === 'unknown') unknownBases += 1;
    else {
      outcomes[sign] += 1;
      baked += 1;
      if (scriptsTo !== '') scripts += 1;
    }
  }
  return { outcomes, baked, unknownBases, scripts };
}

function calendarOf(cells: readonly Cell[]): Pick<Picture, 'years' | 'undated'> {
  const byYear = new Map<string, Cell[]>();
  const undated: Cell[] = [];
  for (const cell of cells) {
    const year = cell.base.slice(0, 4);
    if (monthOf(cell) < 1 || monthOf(cell) > 12) undated.push(cell);
    else byYear.set(year, [...(byYear.get(year) ?? []), cell]);
  }
  const years = [...byYear].sort(([a], [b]) => (a < b ? 1 : -1)).map(([year, found]) => yearOf(year, found));
  return { years, undated };
}

function yearOf(year: string, cells: readonly Cell[]): Year {
  const months = Array.from({ length: 12 }, (_, i) => ({
    month: i + 1,
    cells: cells.filter((cell) => monthOf(cell) === i + 1),
  }));
  const { baked, outcomes } = totalsOf(cells);
  return { year, months, baked, upgrading: outcomes.upgrades };
}

function monthOf({ base }: Cell): number {
  return Number(base.slice(4, 6));
}

/** Finds a baked version in the whole coverage, even if the picture is limited to one image. */
export function cellWith(coverage: Coverage, version: string): { cell: Cell; mark: Mark } | undefined {
  for (const base of coverage.bases) {
    if (!version.startsWith(`${base.base}.`)) continue;
    const cell = cellOf(base, unlimited);
    const mark = cell?.marks.find((one) => one.version === version);
    if (cell && mark) return { cell, mark };
  }
  return undefined;
}
