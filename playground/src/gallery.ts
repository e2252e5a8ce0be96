import { element } from '../../coverage-view/src/elements.ts';
import type { Example } from './content.ts';
import { byId } from './page.ts';

/** The examples of the documentation, to start from. */
export function showGallery(examples: readonly Example[], choose: (example: Example) => void): void {
  const dialog = byId('gallery', HTMLDialogElement);
  const cards = examples.map((example) => {
    const text = element('code', 'card-text');
    text.textContent = example.text.trim();
    const card = element('button', 'card', element('span', 'card-title', example.title), text);
    card.type = 'button';
    card.addEventListener('click', () => {
      dialog.close();
      choose(example);
    });
    return element('li', '', card);
  });
  byId('gallery-list', HTMLElement).replaceChildren(...cards);
  opens('gallery-open', dialog);
  opens('install-open', byId('install', HTMLDialogElement));
}

function opens(button: string, dialog: HTMLDialogElement): void {
  byId(button, HTMLButtonElement).addEventListener('click', () => {
    dialog.showModal();
    dialog.scrollTop = 0;
  });
}
