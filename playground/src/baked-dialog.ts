import { setText } from '../../coverage-view/src/elements.ts';
import { count } from '../../coverage-view/src/labels.ts';
import { type BakedVersions, readBakedVersions } from './baked-versions.ts';
import type { BakedRecord } from './content.ts';
import { byId } from './page.ts';

/** Shows the known baked versions, and lets the user replace them. */
export class BakedDialog {
  private readonly dialog = byId('baked', HTMLDialogElement);
  private readonly input = byId('baked-text', HTMLTextAreaElement);
  private readonly message = byId('baked-message', HTMLElement);
  private readonly summary = byId('baked-summary', HTMLElement);
  private readonly recordButton = byId('baked-record', HTMLButtonElement);
  private known: BakedVersions = { list: [] };

  constructor(
    private readonly record: BakedRecord,
    private readonly onChange: () => void,
  ) {
    this.input.addEventListener('input', () => this.changed());
    this.recordButton.addEventListener('click', () => this.write(record.text));
    byId('baked-clear', HTMLButtonElement).addEventListener('click', () => this.write(''));
    byId('baked-done', HTMLButtonElement).addEventListener('click', () => this.dialog.close());
    byId('baked-open', HTMLButtonElement).addEventListener('click', () => this.open());
    this.text = null;
  }

  /** As the user wrote them; null for the recorded versions. */
  get text(): string | null {
    return this.input.value === this.record.text ? null : this.input.value;
  }

  set text(text: string | null) {
    this.input.value = text ?? this.record.text;
    this.read();
  }

  /** The last valid versions. */
  get list(): BakedVersions['list'] {
    return this.known.list;
  }

  open(): void {
    this.dialog.showModal();
    this.input.setSelectionRange(0, 0);
    this.input.scrollTop = 0;
  }

  private write(text: string): void {
    this.text = text;
    this.input.focus();
    this.changed();
  }

  private changed(): void {
    this.read();
    this.onChange();
  }

  private read(): void {
    const read = readBakedVersions(this.input.value);
    const isBroken = 'problem' in read;
    if (!isBroken) this.known = read;
    this.message.classList.toggle('problem', isBroken);
    this.input.setAttribute('aria-invalid', String(isBroken));
    setText(this.message, isBroken ? read.problem : this.sentence());
    setText(this.summary, this.sentence());
    this.recordButton.disabled = this.text === null;
  }

  private sentence(): string {
    const { length } = this.list;
    if (length === 0) return 'No baked versions are known, so hovers state the rule.';
    const versions = count(length, 'baked version');
    return this.text === null
      ? `${versions}, from ${this.record.origin}, as of ${this.record.readOn}.`
      : `${versions}, from your list.`;
  }
}
