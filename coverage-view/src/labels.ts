import type {
  CoverageChange,
  CoverageOutcome,
  NodeImage,
  TargetSteps,
} from '../../server/src/coverage-types.ts';
import type { Change } from '../../server/src/model/change.ts';
import type { Cell, Mark, Sign, Totals, Year } from './picture.ts';

/** In the order of the totals. */
export const outcomes: readonly CoverageOutcome[] = [
  'upgrades',
  'already-there',
  'not-listed',
  'cannot',
  'unclear',
  'void',
  'unreadable',
];

/** Outcomes that are shown only if there is one. */
export const rareOutcomes: ReadonlySet<CoverageOutcome> = new Set(['cannot', 'unclear']);

export interface SignWords {
  readonly name: string;
  readonly meaning: string;
}

export const signWords: Readonly<Record<Sign, SignWords>> = {
  upgrades: { name: 'upgrades', meaning: 'The node installs the hotfix.' },
  'already-there': {
    name: 'already there',
    meaning: 'It is already at this patch or a higher one.',
  },
  'not-listed': {
    name: 'not listed',
    meaning: 'The config has no entry for its base, so it stays as baked.',
  },
  cannot: {
    name: 'cannot upgrade',
    meaning: 'The config has a hotfix for it, and its images cannot apply it.',
  },
  unclear: {
    name: 'not on record',
    meaning: 'It asks for the hotfix; whether its images can install that is not on record.',
  },
  void: { name: 'void entry', meaning: 'Its base has an entry that upgrades no node.' },
  unreadable: {
    name: 'unreadable',
    meaning: 'Nodes cannot read the file, so all stay as baked.',
  },
  unknown: {
    name: 'only in the config',
    meaning: 'Only the config names this base. No known image has it.',
  },
};

export function count(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}

export function bakedVersions(number: number): string {
  return number === 1 ? '1 baked version' : `${number} baked versions`;
}

export function unknownBases(number: number): string {
  return number === 1 ? '1 base without a known image' : `${number} bases without a known image`;
}

/** The text of a mark for screen readers. */
export function markLabel(mark: Mark, cell: Cell): string {
  const parts = [
    mark.sign === 'unknown' ? `Base ${cell.base}` : mark.version,
    doing(mark, cell),
    ...(mark.scriptsTo ? [`scripts upgrade to ${mark.scriptsTo}`] : []),
    ...(mark.before ? [wasDoing(mark.before)] : []),
    ...(cell.retired && cell.supportedUntil ? [`out of support since ${cell.supportedUntil}`] : []),
  ];
  return `${parts[0]}: ${parts.slice(1).join('; ')}`;
}

const generations: Readonly<Record<string, string>> = {
  none: 'no hotfix code',
  selfupdate: 'installs any version',
  'patch-only': 'reads "version", never installs',
  map: 'reads "hotfixes", never installs',
  stamped: 'compares versions',
  grpc: 'compares, asks the live-patching service',
  current: 'current',
};

/** What a controller can do, in few words. */
export function generationLabel(generation: string): string {
  const words = generations[generation];
  return words === undefined ? generation : `${generation}: ${words}`;
}

/** What a node does with its binary or its scripts. */
export function resultOf({ to, isVoid, always }: TargetSteps): string {
  if (always) return 'applied, whatever the config says';
  if (isVoid) return `asks for ${to}, but no package has this name`;
  return to ? `upgrades to ${to}` : 'stays as baked';
}

/** How many images of a version install what their controller asks for. */
export function imagesSentence(images: readonly NodeImage[]): string {
  const total = (wanted: NodeImage['does']) => images.filter(({ does }) => does === wanted).length;
  const parts = [
    `${total('upgrades')} of ${count(images.length, 'image')} install it`,
    ...(total('cannot') > 0 ? [`${total('cannot')} cannot`] : []),
    ...(total('unclear') > 0 ? [`${total('unclear')} not on record`] : []),
  ];
  return parts.join(', ');
}

export const changeWords: Readonly<Record<Change, string>> = {
  lost: 'lost',
  lowered: 'lowered',
  gained: 'new',
  changed: 'changed',
};

/** The changes of binary and scripts: "lowered", "scripts lost". */
export function wordsOf({ binary, scripts }: CoverageChange): string[] {
  return [...(binary ? [changeWords[binary]] : []), ...(scripts ? [`scripts ${changeWords[scripts]}`] : [])];
}

/** What a node did at the revision of a comparison. */
export function wasDoing(change: CoverageChange): string {
  const { to, scriptsTo, isUnclear } = change;
  const words = wordsOf(change).join(', ');
  const binary = to
    ? `${words}: before, it ${isUnclear ? 'asked for' : 'upgraded to'} ${to}`
    : `${words}: before, it stayed as baked`;
  return scriptsTo ? `${binary}, and its scripts to ${scriptsTo}` : binary;
}

/** What a node does, in few words. */
export function doing({ sign, to }: Mark, { entry }: Cell): string {
  if (sign === 'upgrades') return `upgrades to ${to}`;
  if (sign === 'unknown')
    return entry?.isVoid ? 'no known image has it, and its entry is void' : 'no known image has it';
  if (sign === 'void' && to) return `void entry; it asks for ${to}, but no package has this name`;
  return signWords[sign].name;
}

/** The end of an entry's hotfix version if its base is that of the cell; a cross if the entry has no effect. */
export function targetLabel({ base, entry }: Cell): string {
  if (!entry) return '';
  return entry.isVoid || !entry.hotfix.startsWith(`${base}.`)
    ? '→ ✕'
    : `→ ${entry.hotfix.slice(base.length + 1)}`;
}

export function yearNote({ baked, upgrading }: Year): string {
  if (baked === 0) return '';
  const versions = bakedVersions(baked);
  if (upgrading === 0) return versions;
  return upgrading === 1 ? `${versions}, 1 upgrades` : `${versions}, ${upgrading} upgrade`;
}

/** The totals as one sentence. */
export function totalsSentence({ outcomes: counts, baked, unknownBases: unknown, scripts }: Totals): string {
  const parts = [
    ...outcomes.flatMap((outcome) =>
      counts[outcome] > 0 ? [`${counts[outcome]} ${signWords[outcome].name}`] : [],
    ),
    ...(scripts > 0 ? [`scripts of ${scripts} upgrade`] : []),
    ...(unknown > 0 ? [unknownBases(unknown)] : []),
  ];
  return `Of ${bakedVersions(baked)}: ${parts.join(', ') || 'none'}.`;
}
