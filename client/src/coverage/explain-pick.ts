import { type QuickPickItem, ThemeIcon } from 'vscode';
import type { CoverageOutcome } from '../../../server/src/coverage-types.ts';
import type { Coverage } from '../../../server/src/protocol.ts';
import { pickOrType, plain } from '../pick-or-type.ts';

interface BakedItem extends QuickPickItem {
  readonly version: string;
}

const icons: Readonly<Record<CoverageOutcome, string>> = {
  upgrades: 'arrow-up',
  'already-there': 'check',
  'not-listed': 'circle-outline',
  cannot: 'circle-slash',
  unclear: 'question',
  void: 'close',
  unreadable: 'question',
};

/** Lets the user choose a known baked version, newest first, or type any version; undefined if canceled. */
export async function pickBaked(coverage: Coverage): Promise<string | undefined> {
  const known = itemsOf(coverage);
  const picked = await pickOrType({
    title: 'Explain for Baked Version',
    placeholder: known.length
      ? 'Choose or type a baked version'
      : 'No baked versions are known. Type one, such as 202604.01.0',
    items: known,
    typed: (text) => (isBegun(text, known) ? undefined : typedItem(text)),
    best: (text) => known.find(({ version }) => version.startsWith(text)),
  });
  return picked?.version;
}

function itemsOf({ bases, images }: Coverage): BakedItem[] {
  return bases
    .flatMap(({ baked }) => baked)
    .map(({ version, outcome, images: indices }) => ({
      version,
      label: version,
      description: plain(indices.flatMap((i) => images[i] ?? []).join(', ')),
      iconPath: new ThemeIcon(icons[outcome]),
    }))
    .reverse();
}

/** Whether a text is a known version, or the start of one and no version yet. */
function isBegun(text: string, known: readonly BakedItem[]): boolean {
  const isWhole = /^\d{6}\.\d{2}\.\d+$/.test(text);
  return known.some(({ version }) => (isWhole ? version === text : version.startsWith(text)));
}

function typedItem(version: string): BakedItem {
  return {
    version,
    label: plain(version),
    description: 'not on record',
    alwaysShow: true,
    iconPath: new ThemeIcon('edit'),
  };
}
