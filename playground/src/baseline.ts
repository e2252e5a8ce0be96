import type { editor } from 'monaco-editor/editor';
import { createEditor } from './editor.ts';
import { byId } from './page.ts';

/** The pane with the config to compare with. It is closed until the user wants to compare. */
export class BaselinePane {
  private readonly pane = byId('baseline', HTMLElement);
  private readonly open = byId('compare', HTMLButtonElement);
  private editor: editor.IStandaloneCodeEditor | undefined;
  private shown: string | null = null;

  constructor(
    current: () => string,
    private readonly onChange: () => void,
  ) {
    this.open.addEventListener('click', () => {
      this.text = current();
      this.changed();
      this.editor?.focus();
    });
    byId('baseline-stop', HTMLButtonElement).addEventListener('click', () => this.stop());
  }

  /** Null if the config is not compared. */
  get text(): string | null {
    return this.shown;
  }

  set text(text: string | null) {
    this.shown = text;
    this.pane.hidden = text === null;
    this.open.hidden = text !== null;
    if (text === null || this.editor?.getValue() === text) return;
    this.editor ??= this.createEditor();
    this.editor.setValue(text);
  }

  stop(): void {
    this.text = null;
    this.changed();
    this.open.focus();
  }

  private createEditor(): editor.IStandaloneCodeEditor {
    const created = createEditor(byId('baseline-editor', HTMLElement), {
      uri: 'baseline:///hotfix.json',
      label: 'Baseline',
      placeholder: 'Paste the config that nodes have now …',
    });
    created.onDidChangeModelContent(() => {
      const text = created.getValue();
      if (this.shown === null || this.shown === text) return;
      this.shown = text;
      this.changed();
    });
    return created;
  }

  private changed(): void {
    this.onChange();
  }
}
