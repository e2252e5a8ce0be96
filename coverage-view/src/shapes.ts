import type { Sign } from './picture.ts';

/** Each sign has its own shape, so that none depends on its color. Drawn in a box of 16 by 16. */
const shapes: Readonly<Record<Sign, string>> = {
  // A solid arrow up.
  upgrades: 'M8 1 15 9h-4v6H5V9H1z',
  // A check mark in a solid circle.
  'already-there': 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm-1.3 10.6L3.4 8.3l1.4-1.4 1.9 1.9 4.5-4.5 1.4 1.4z',
  // A small ring.
  'not-listed': 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 1.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  // An arrow up below a bar that stops it.
  cannot: 'M1.5 1h13v2h-13zM8 5l6 6.5h-3.5V15h-5v-3.5H2z',
  // A question mark.
  unclear: 'M4 5.5a4 4 0 1 1 5.2 3.800l-.2.1V11H7V8l1.4-.5a2 2 0 1 0-2.4-2zM7 12.5h2v2.5H7z',
  // A cross.
  void: 'M3.6 1.5 8 5.9l4.4-4.4 2.1 2.1L10.1 8l4.4 4.4-2.1 2.1L8 10.1l-4.4 4.4-2.1-2.1L5.9 8 1.5 3.6z',
  // A square, crossed out from corner to corner.
  unreadable: 'M1.5 1.5h13v13h-13zM3 4.1V13h8.9zM4.1 3 13 11.9V3z',
  // A ring of four dashes.
  unknown:
    'M7 1.1A7 7 0 0 0 1.1 7h1.6A5.4 5.4 0 0 1 7 2.7zM9 1.1v1.6A5.4 5.4 0 0 1 13.3 7h1.6A7 7 0 0 0 9 1.1zM1.1 9A7 7 0 0 0 7 14.9v-1.6A5.4 5.4 0 0 1 2.7 9zM13.3 9A5.4 5.4 0 0 1 9 13.3v1.6A7 7 0 0 0 14.9 9z',
};

const namespace = 'http://www.w3.org/2000/svg';

/** The shape of a sign. It can change to that of another sign. Its meaning is next to it. */
export class Shape {
  readonly element = document.createElementNS(namespace, 'svg');
  private readonly path = document.createElementNS(namespace, 'path');
  private shown: Sign | undefined;

  constructor(sign: Sign) {
    this.element.setAttribute('viewBox', '0 0 16 16');
    this.element.setAttribute('aria-hidden', 'true');
    this.path.setAttribute('fill-rule', 'evenodd');
    this.element.append(this.path);
    this.show(sign);
  }

  show(sign: Sign): void {
    if (sign === this.shown) return;
    this.shown = sign;
    this.element.setAttribute('class', `shape ${sign}`);
    this.path.setAttribute('d', shapes[sign]);
  }
}
