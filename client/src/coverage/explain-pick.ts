import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { CoverageOutcome } from '../../../server/src/coverage-types.ts';
import { withEscapes } from '../../../server/src/model/quote.ts';
import type { Coverage } from '../../../server/src/protocol.ts';

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
export function pickBaked(coverage: Coverage): Promise<string | undefined> {
  const known = itemsOf(coverage);
  const pick = window.createQuickPick<BakedItem>();
  pick.title = 'Explain for Baked Version';
  pick.placeholder = known.length
    ? 'Choose or type a baked version'
    : 'No baked versions are known. Type one, such as 202604.01.0';
  pick.matchOnDescription = true;
  pick.items = known;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const isNew = typed !== '' && known.every(({ version }) => version !== typed);
    pick.items = isNew ? [...known, typedItem(typed)] : known;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const typed = pick.value.trim();
      resolve(pick.activeItems[0]?.version ?? (typed || undefined));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
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

function typedItem(version: string): BakedItem {
  return {
    version,
    label: plain(version),
    description: 'not on record',
    alwaysShow: true,
    iconPath: new ThemeIcon('edit'),
  };
}

/** A list shows `$(name)` as an icon unless it is escaped. */
function plain(text: string): string {
  return withEscapes(text).replaceAll('$(', '\\$(');
}
