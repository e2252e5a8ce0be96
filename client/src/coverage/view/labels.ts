import type { AccountPart, CoverageBefore, CoverageOutcome } from '../../../../server/src/protocol.ts';
import * as l10n from './l10n.ts';
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
  upgrades: { name: l10n.t('upgrades'), meaning: l10n.t('The node installs the hotfix.') },
  'already-there': {
    name: l10n.t('already there'),
    meaning: l10n.t('It was baked with this patch or a higher one.'),
  },
  'not-listed': {
    name: l10n.t('not listed'),
    meaning: l10n.t('The config has no entry for its base: it stays as baked.'),
  },
  void: { name: l10n.t('void entry'), meaning: l10n.t('Its base has an entry that gets no node anywhere.') },
  unreadable: {
    name: l10n.t('unreadable'),
    meaning: l10n.t('Nodes cannot read the file: each stays as baked.'),
  },
  unknown: {
    name: l10n.t('only in the config'),
    meaning: l10n.t('Only the config names this base; no known image was built with it.'),
  },
};

export function count(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}

export function bakedVersions(number: number): string {
  return number === 1 ? l10n.t('1 baked version') : l10n.t('{0} baked versions', number);
}

export function unknownBases(number: number): string {
  return number === 1 ? l10n.t('1 base of no known image') : l10n.t('{0} bases of no known image', number);
}

/** What a mark says to somebody who does not see it. */
export function markLabel(mark: Mark, cell: Cell): string {
  const parts = [
    mark.sign === 'unknown' ? l10n.t('Base {0}', cell.base) : mark.version,
    doing(mark, cell),
    ...(mark.scriptsTo ? [scriptsDoing(mark)] : []),
    ...(mark.before ? [wasDoing(mark.before)] : []),
    ...(cell.retired && cell.supportedUntil ? [l10n.t('out of support since {0}', cell.supportedUntil)] : []),
  ];
  return `${parts[0]}: ${parts.slice(1).join('; ')}`;
}

function scriptsDoing({ scriptsTo, areScriptsVoid }: Mark): string {
  return areScriptsVoid
    ? l10n.t('scripts ask for {0}, and no package is named so', scriptsTo)
    : l10n.t('scripts upgrade to {0}', scriptsTo);
}

/** What becomes of a node's binary or of its scripts. */
export function resultOf({ to, isVoid }: AccountPart): string {
  if (isVoid) return l10n.t('asks for {0}, and no package is named so', to);
  return to ? l10n.t('upgrades to {0}', to) : l10n.t('stays as baked');
}

/** What a node did at the revision of a comparison. */
export function wasDoing({ to, scriptsTo }: CoverageBefore): string {
  const binary = to ? l10n.t('before, it upgraded to {0}', to) : l10n.t('before, it stayed as baked');
  return scriptsTo ? l10n.t('{0}, and its scripts to {1}', binary, scriptsTo) : binary;
}

/** What a node does, in the fewest words that say it. */
export function doing({ sign, to }: Mark, { entry }: Cell): string {
  if (sign === 'upgrades') return l10n.t('upgrades to {0}', to);
  if (sign === 'unknown')
    return entry?.isVoid
      ? l10n.t('no known image has it, and its entry is void')
      : l10n.t('no known image has it');
  if (sign === 'void' && to) return l10n.t('void entry; it asks for {0}, and no package is named so', to);
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
  const versions = bakedVersions(baked);
  if (upgrading === 0) return versions;
  return upgrading === 1
    ? l10n.t('{0}, 1 upgrades', versions)
    : l10n.t('{0}, {1} upgrade', versions, upgrading);
}

/** The totals as one sentence. */
export function totalsSentence({ outcomes: counts, baked, unknownBases: unknown, scripts }: Totals): string {
  const parts = [
    ...outcomes.flatMap((outcome) =>
      counts[outcome] > 0 ? [`${counts[outcome]} ${signWords[outcome].name}`] : [],
    ),
    ...(scripts > 0 ? [l10n.t('scripts of {0} upgrade', scripts)] : []),
    ...(unknown > 0 ? [unknownBases(unknown)] : []),
  ];
  return l10n.t('Of {0}: {1}.', bakedVersions(baked), parts.join(', ') || l10n.t('none'));
}
