import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../../tools/editor/editions.ts';

const pictures = path.join(root, 'test-results');

/** How long a hover may take to open, in milliseconds, before the mouse is moved again. */
const hoverTimeout = 5000;

export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

/** A window of VS Code, as a user sees and controls it: keys, mouse and screen. */
export class EditorWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Returns when the window shows its folder and accepts commands. */
  async ready(): Promise<void> {
    await this.page.locator('.part.statusbar').waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /**
   * Opens the quick input with its key and types into it. A key can be lost while the focus moves, for example to a
   * panel. A user would press it again, and so does this.
   */
  async ask(key: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      try {
        await input.waitFor({ timeout: 3000 });
        break;
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
    await input.fill(text);
  }

  /** Opens a file of the folder by its name, through quick open. */
  async openFile(name: string): Promise<void> {
    await this.ask('Control+P', name);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.fileIsOpen(name);
  }

  /** Waits until a file's editor is in front and has the keyboard. */
  async fileIsOpen(name: string): Promise<void> {
    await this.page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
    await this.lines.first().waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** Runs a command by its title, through the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.ask('F1', `>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await row.waitFor();
    await row.click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Moves the cursor before a column of a line, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.ask('Control+G', `:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator('.part.statusbar', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Selects a part of a line, from one column to before another. */
  async select(line: number, from: number, to: number): Promise<void> {
    await this.goTo(line, from);
    for (let column = from; column < to; column += 1) await this.page.keyboard.press('Shift+ArrowRight');
    await this.page.locator('.part.statusbar', { hasText: `(${to - from} selected)` }).waitFor();
  }

  /** Types into the editor, one key at a time, like a user. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The lines of text that the active editor shows. */
  get lines(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor .view-line');
  }

  /** Waits until the active editor shows a text. White space is ignored. */
  async waitForText(text: string): Promise<void> {
    await this.lines.filter({ hasText: text }).first().waitFor();
  }

  /** The code lens of the active editor, which moves the lines below it. */
  get lens(): Locator {
    return this.page.locator('.editor-group-container.active .codelens-decoration a').first();
  }

  squiggles(kind: Squiggle): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${kind}`);
  }

  /** Waits until the active editor has exactly so many squiggles of a kind; one that spans lines counts for each. */
  async waitForSquiggles(kind: Squiggle, count: number): Promise<void> {
    const squiggles = this.squiggles(kind);
    if (count > 0) await squiggles.nth(count - 1).waitFor({ state: 'attached' });
    await squiggles.nth(count).waitFor({ state: 'detached' });
    const found = await squiggles.count();
    if (found !== count) throw new Error(`${found} squiggles (${kind}) instead of ${count}`);
  }

  /** Moves the mouse to something and returns the text of the hover when it contains `expected`. */
  async hover(target: Locator, expected: string): Promise<string> {
    const content = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', {
      hasText: expected,
    });
    const isShown = (timeout: number) =>
      content
        .first()
        .waitFor({ timeout })
        .then(
          () => true,
          () => false,
        );
    // A code lens that arrives now moves the lines away from under the mouse: point again.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const box = await this.boxOf(target);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      // From beside it, in steps: VS Code reacts to a mouse that moves, not to one that appears.
      await this.page.mouse.move(x - 40, y + 60);
      await this.page.mouse.move(x, y, { steps: 8 });
      if (await isShown(hoverTimeout)) break;
    }
    await content.first().waitFor();
    const [text = ''] = await content.allInnerTexts();
    // Non-breaking spaces are how it is drawn, not what it says.
    return text.replaceAll('\u00a0', ' ');
  }

  /** The position of something on the screen. An editor may be redrawing it. */
  private async boxOf(target: Locator): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
    for (;;) {
      await target.waitFor();
      const box = await target.boundingBox();
      if (box) return box;
    }
  }

  /** The word of the active editor's text that contains a text, for pointing at. */
  word(text: string): Locator {
    return this.lines.locator('span span', { hasText: text }).first();
  }

  /** Moves the mouse out of the way, so that no hover covers what comes next. */
  async moveMouseAway(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(5, 5);
    await this.page
      .locator('.monaco-hover:not(.hidden) .monaco-hover-content')
      .first()
      .waitFor({ state: 'hidden' });
  }

  /** The titles that Ctrl+. offers where the cursor is; the list stays open, with the first one focused. */
  async quickFixes(): Promise<string[]> {
    // VS Code drops a request, and says that there are no code actions, if an extension registers a provider meanwhile.
    const dropped = this.page.locator('.monaco-editor-overlaymessage', { hasText: 'No code actions' });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await this.page.keyboard.press('Control+.');
      await this.focusedFix.or(dropped).first().waitFor();
      if (!(await dropped.isVisible())) break;
      await this.page.keyboard.press('Escape');
      await dropped.waitFor({ state: 'hidden' });
    }
    await this.focusedFix.waitFor();
    return this.page.locator('.action-widget .monaco-list-row.action').allInnerTexts();
  }

  /** Chooses a quick fix where the cursor is, with the keyboard. */
  async quickFix(title: string): Promise<void> {
    const titles = await this.quickFixes();
    if (!titles.some((one) => one.includes(title)))
      throw new Error(`No "${title}" is offered, but: ${titles.join(', ')}`);
    for (;;) {
      const [focused = ''] = await this.focusedFix.allInnerTexts();
      if (focused.includes(title)) break;
      await this.page.keyboard.press('ArrowDown');
      await this.focusedFix.filter({ hasNotText: focused }).waitFor();
    }
    await this.page.keyboard.press('Enter');
    await this.focusedFix.waitFor({ state: 'hidden' });
  }

  private get focusedFix(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action.focused');
  }

  /** Saves the active editor and waits until VS Code has done so. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** Shows the active file's changes since the last commit, side by side, and returns both sides. */
  async openGitDiff(): Promise<{ before: Locator; after: Locator }> {
    // The button is there once git knows that the file has changed.
    await this.page
      .locator('.editor-group-container.active .editor-actions [aria-label^="Open Changes"]')
      .click();
    const diff = this.page.locator('.monaco-diff-editor');
    await diff.locator('.editor.original .view-line').first().waitFor();
    return { before: diff.locator('.editor.original'), after: diff.locator('.editor.modified') };
  }

  /** Toasts and dialogs that appeared without a request. */
  async interruptions(): Promise<string[]> {
    return this.page.locator('.notification-toast, .monaco-dialog-box').allInnerTexts();
  }

  /** Takes a picture and returns its file, relative to the repository. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(pictures, `${name.replaceAll(/[^\w.-]+/g, '-')}.png`);
    await mkdir(pictures, { recursive: true });
    await this.page.screenshot({ path: file });
    return path.relative(root, file);
  }
}
