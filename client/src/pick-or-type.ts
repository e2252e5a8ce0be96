import { type QuickPickItem, window } from 'vscode';
import { withEscapes } from '../../server/src/model/quote.ts';

interface Question<T extends QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly T[];
  /** The item for a text that was typed; undefined if an item of the list is the same. */
  typed(text: string): T | undefined;
  /** The item that a text most likely means; without it, the editor decides. */
  best?(text: string): T | undefined;
}

/** Lets the user choose an item, or type something that is not in the list; undefined if canceled. */
export function pickOrType<T extends QuickPickItem>(question: Question<T>): Promise<T | undefined> {
  const { title, placeholder, items } = question;
  const pick = window.createQuickPick<T>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.items = items;
  const typed = () => (pick.value.trim() === '' ? undefined : question.typed(pick.value.trim()));
  pick.onDidChangeValue(() => {
    const own = typed();
    pick.items = own ? [...items, own] : items;
    const best = own ? undefined : question.best?.(pick.value.trim());
    // While it filters, the editor sorts by label, which would put the oldest first.
    if (best) pick.activeItems = [best];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0] ?? typed());
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** A list shows `$(name)` as an icon unless it is escaped. */
export function plain(text: string): string {
  return withEscapes(text).replaceAll('$(', '\\$(');
}
