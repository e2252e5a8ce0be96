import {
  type Catalogue,
  cut,
  explainOutcome,
  isVersion,
  type Obstacle,
  obstacleTo,
  type Role,
} from '../../model/index.ts';
import { imageName } from './image-name.ts';
import { imagesThatDiffer } from './images-that-differ.ts';
import type { RichText } from './markup.ts';
import type { KnownEffect } from './outcome.ts';

const mostImages = 4;

interface Row extends KnownEffect {
  readonly obstacle: Obstacle | undefined;
}

/**
 * A row for each baked version. Below the table: where its images differ, and why some cannot. If all versions have
 * the same images, a line lists them, because a column would be too wide.
 */
export function withTable(
  paragraphs: readonly string[],
  known: readonly KnownEffect[],
  role: Role,
  catalogue: Catalogue,
  isVoid = false,
): RichText {
  if (known.length === 0) return { paragraphs };
  const rows = known.map((one) => ({ ...one, obstacle: obstacleTo(one.baked, role, catalogue) }));
  const images = new Set(rows.map(imagesOf));
  const [only = ''] = images;
  const hasColumn = images.size > 1;
  const table = {
    head: ['Baked version', 'Outcome', ...(hasColumn ? ['Images'] : [])],
    rows: rows.map((row) => [
      row.baked.version,
      isVoid ? doesInVain(row) : does(row),
      ...(hasColumn ? [imagesOf(row)] : []),
    ]),
  };
  const differing = rows.some((row) => differences(row) !== undefined);
  const notes = [
    ...(hasColumn || only === '' || differing ? [] : [`Images: ${only}.`]),
    ...byText(rows, differences),
    ...byText(rows, ({ obstacle }) => obstacle && obstacles[obstacle]),
  ];
  const isOnRecord = differing || rows.some(({ obstacle }) => obstacle !== undefined);
  return { paragraphs, table, notes, ...(isOnRecord && { isOnRecord }) };
}

/** Why no node can apply a hotfix, as a clause. */
export const obstacles: Readonly<Record<Obstacle, string>> = {
  'no-code': explainOutcome({ code: 'no-hotfix-code' }),
  'no-map': 'its controller does not read "hotfixes"',
  'cannot-compare': explainOutcome({ code: 'reports-dev' }),
  'cannot-install': 'none of its operating systems can install a package',
};

/** What a node does, in a few words. */
function does({ effect: { does: doing, resolved, reason }, obstacle }: Row): string {
  if (obstacle) return obstacle === 'cannot-install' ? 'stays: it cannot install a package' : cannotApply;
  if (doing === 'upgrades') return `upgrades to ${cut(resolved)}`;
  if (doing === 'always') return 'applies scripts: whatever the config says';
  if (doing === 'unknown')
    return resolved === ''
      ? 'unknown: the binary that it installs decides'
      : `unknown: asks for ${cut(resolved)}`;
  if (reason.code === 'same-patch') return 'stays: already at this patch';
  if (reason.code === 'lower-patch') return 'stays: already at a higher patch';
  return 'stays';
}

const cannotApply = 'stays: its controller cannot apply hotfixes';

/** Where its images differ; undefined if its controller does not read the hotfix: what they install is of another field. */
function differences({ effect, obstacle }: Row): string | undefined {
  return obstacle === undefined || obstacle === 'cannot-install' ? imagesThatDiffer(effect) : undefined;
}

/**
 * The same for a void entry: a version that is not canonical passes the comparison, but the node finds nothing to
 * install.
 */
function doesInVain(row: Row): string {
  const { does: doing, upgrade, resolved, reason } = row.effect;
  const asks = upgrade || (doing === 'unknown' && resolved !== '');
  if (!asks || (reason.code === 'installs-any' && isVersion(resolved))) return does(row);
  return isVersion(resolved)
    ? 'stays: its base is not a valid date'
    : `stays: no package is named ${cut(resolved)}`;
}

/** "202607.09.0: …" for each text, with all its versions. */
function byText(rows: readonly Row[], textOf: (row: Row) => string | undefined): string[] {
  const versions = new Map<string, string[]>();
  for (const row of rows) {
    const text = textOf(row);
    if (text !== undefined) versions.set(text, [...(versions.get(text) ?? []), row.baked.version]);
  }
  return [...versions].map(([text, about]) => `${about.join(', ')}: ${text}.`);
}

function imagesOf({ baked }: KnownEffect): string {
  const images = baked.images.map(imageName);
  const shown = images.slice(0, mostImages).join(', ');
  return images.length > mostImages ? `${shown} and ${images.length - mostImages} more` : shown;
}
