import { element } from './elements.ts';

/** Limits the picture to the baked versions of one image. */
export class ImageFilter {
  readonly element: HTMLElement;
  private readonly select = element('select');
  private shown = '';
  /** The image that the user chose, whether or not it is known at the moment. */
  image: string | null;

  constructor(image: string | null, onChange: () => void) {
    this.image = image;
    this.element = element('label', 'filter', element('span', '', 'Image'), this.select);
    this.select.addEventListener('change', () => {
      this.image = this.select.value === '' ? null : this.select.value;
      onChange();
    });
  }

  /** The image to show among these; null for all. */
  chosenOf(images: readonly string[]): string | null {
    this.offer(images);
    const known = this.image !== null && images.includes(this.image) ? this.image : null;
    this.select.value = known ?? '';
    return known;
  }

  private offer(images: readonly string[]): void {
    const shown = JSON.stringify(images);
    if (shown === this.shown) return;
    this.shown = shown;
    this.element.hidden = images.length === 0;
    this.select.replaceChildren(
      option('', `All ${images.length} images`),
      ...images.map((image) => option(image, image)),
    );
  }
}

function option(value: string, text: string): HTMLOptionElement {
  const made = element('option', '', text);
  made.value = value;
  return made;
}
