import type { CoverageBefore, CoverageOutcome } from '../../../../server/src/protocol.ts';
import type { Cell, Mark, Sign, Totals, Year } from './picture.ts';

/** In the order of the totals. */
export const outcomes: readonly CoverageOutcome[] = [
  'upgrades',
  'already-there',
  'not-listed',
  'void',
  'unreadable',
];

export interface SignWords {
  readonly name: string;
  readonly meaning: string;
}

export const signWords: Readonly<Record<Sign, SignWords>> = {
  upgrades: { name: 'upgrades', meaning: 'The node installs the hotfix.' },
  'already-there': { name: 'already there', meaning: 'It was baked with this patch or a higher one.' },
  'not-listed': { name: 'not listed', meaning: 'The config has no entry for its base: it stays as baked.' },
  void: { name: 'void entry', meaning: 'Its base has an entry that gets no node anywhere.' },
  unreadable: { name: 'unreadable', meaning: 'Nodes cannot read the file: each stays as baked.' },
  unknown: {
    name: 'only in the config',
    meaning: 'Only the config names this base; no known image was built with it.',
  },
};

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export function count(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}

/** What a mark says to somebody who does not see it. */
export function markLabel(mark: Mark, cell: Cell): string {
  const parts = [
    mark.sign === 'unknown' ? `Base ${cell.base}` : mark.version,
    doing(mark, cell),
    ...(mark.scriptsTo ? [`scripts upgrade to ${mark.scriptsTo}`] : []),
    ...(mark.before ? [wasDoing(mark.before)] : []),
    ...(cell.retired ? [`out of support since ${cell.supportedUntil}`] : []),
  ];
  return `${parts[0]}: ${parts.slice(1).join('; ')}`;
}

/** What a node did at the revision of a comparison. */
export function wasDoing({ to, scriptsTo }: CoverageBefore): string {
  const scripts = scriptsTo ? `, and its scripts to ${scriptsTo}` : '';
  return `before, it ${to ? `upgraded to ${to}` : 'stayed as baked'}${scripts}`;
}

/** What a node does, in the fewest words that say it. */
export function doing({ sign, to }: Mark, { entry }: Cell): string {
  if (sign === 'upgrades') return `upgrades to ${to}`;
  if (sign === 'unknown')
    return entry?.isVoid ? 'no known image has it, and its entry is void' : 'no known image has it';
  if (sign === 'void' && to) return `void entry; it asks for ${to}, and no package is named so`;
  return signWords[sign].name;
}

/** The end of an entry's hotfix version, where the base is the cell's own; a cross where it does nothing. */
export function targetLabel({ base, entry }: Cell): string {
  if (!entry) return '';
  return entry.isVoid || !entry.hotfix.startsWith(`${base}.`)
    ? '→ ✕'
    : `→ ${entry.hotfix.slice(base.length + 1)}`;
}

export function yearNote({ baked, upgrading }: Year): string {
  if (baked === 0) return '';
  const versions = count(baked, 'baked version');
  return upgrading > 0 ? `${versions}, ${upgrading} ${upgrading === 1 ? 'upgrades' : 'upgrade'}` : versions;
}

/** The totals as one sentence. */
export function totalsSentence({ outcomes: counts, baked, unknownBases, scripts }: Totals): string {
  const parts = outcomes.flatMap((outcome) =>
    counts[outcome] > 0 ? [`${counts[outcome]} ${signWords[outcome].name}`] : [],
  );
  const extra = [
    ...(scripts > 0 ? [`scripts of ${scripts} upgrade`] : []),
    ...(unknownBases > 0 ? [`${count(unknownBases, 'base')} with no known image`] : []),
  ];
  return `Of ${count(baked, 'baked version')}: ${[...parts, ...extra].join(', ') || 'none'}.`;
}
