import { setText } from '../../coverage-view/src/elements.ts';
import { count } from '../../coverage-view/src/labels.ts';
import { type BakedVersions, readBakedVersions } from './baked-versions.ts';
import type { RecordSummary } from './content.ts';
import type { Settings } from './language-client.ts';
import { byId } from './page.ts';

/** What the user chose as known baked versions. */
export interface Known {
  /** The user's own versions, as they wrote them. */
  readonly baked: string;
  /** Whether the bundled record is used too. */
  readonly hasRecord: boolean;
}

/** Shows the known baked versions: the bundled record, and what the user adds. */
export class BakedDialog {
  private readonly dialog = byId('baked', HTMLDialogElement);
  private readonly input = byId('baked-text', HTMLTextAreaElement);
  private readonly useRecord = byId('baked-record', HTMLInputElement);
  private readonly message = byId('baked-message', HTMLElement);
  private readonly summary = byId('baked-summary', HTMLElement);
  private own: BakedVersions = { list: [] };

  constructor(
    private readonly record: RecordSummary,
    private readonly onChange: () => void,
  ) {
    for (const input of [this.input, this.useRecord]) input.addEventListener('input', () => this.changed());
    byId('baked-done', HTMLButtonElement).addEventListener('click', () => this.dialog.close());
    byId('baked-open', HTMLButtonElement).addEventListener('click', () => this.open());
  }

  get known(): Known {
    return { baked: this.input.value, hasRecord: this.useRecord.checked };
  }

  set known({ baked, hasRecord }: Known) {
    this.input.value = baked;
    this.useRecord.checked = hasRecord;
    this.read();
  }

  /** The last valid versions. */
  get settings(): Settings {
    return { bakedVersions: this.own.list, bundledRecord: this.useRecord.checked };
  }

  open(): void {
    this.dialog.showModal();
    this.input.setSelectionRange(0, 0);
    this.input.scrollTop = 0;
  }

  private changed(): void {
    this.read();
    this.onChange();
  }

  private read(): void {
    const read = readBakedVersions(this.input.value);
    const isBroken = 'problem' in read;
    if (!isBroken) this.own = read;
    this.message.classList.toggle('problem', isBroken);
    this.input.setAttribute('aria-invalid', String(isBroken));
    setText(this.message, isBroken ? read.problem : '');
    setText(this.summary, this.sentence());
  }

  private sentence(): string {
    const { length } = this.own.list;
    const own = `${count(length, 'baked version')} of your own`;
    if (!this.useRecord.checked)
      return length > 0 ? `${own}.` : 'No baked versions are known, so hovers state the rule.';
    return length > 0 ? `${this.record.text}, and ${own}.` : `${this.record.text}.`;
  }
}
