import { element } from './elements.ts';

export interface FilterWords {
  readonly label: string;
  /** The choice without a limit. */
  all(count: number): string;
  /** The label of a value. */
  name(value: string): string;
}

/** Limits the picture to the baked versions of one image, or of one generation of controllers. */
export class Filter {
  readonly element: HTMLElement;
  private readonly select = element('select');
  private shown = '';
  /** The value that the user chose, even if it is not known at the moment. */
  value: string | null;

  constructor(
    value: string | null,
    private readonly words: FilterWords,
    onChange: () => void,
  ) {
    this.value = value;
    this.element = element('label', 'filter', element('span', '', words.label), this.select);
    this.select.addEventListener('change', () => {
      this.value = this.select.value === '' ? null : this.select.value;
      onChange();
    });
  }

  /** The value to use among these; null for all. */
  chosenOf(values: readonly string[]): string | null {
    this.offer(values);
    const known = this.value !== null && values.includes(this.value) ? this.value : null;
    this.select.value = known ?? '';
    return known;
  }

  private offer(values: readonly string[]): void {
    const shown = JSON.stringify(values);
    if (shown === this.shown) return;
    this.shown = shown;
    this.element.hidden = values.length === 0;
    this.select.replaceChildren(
      option('', this.words.all(values.length)),
      ...values.map((value) => option(value, this.words.name(value))),
    );
  }
}

function option(value: string, text: string): HTMLOptionElement {
  const made = element('option', '', text);
  made.value = value;
  return made;
}
