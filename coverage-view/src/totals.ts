import type { Coverage } from '../../server/src/protocol.ts';
import { button, element, setAttribute, setText } from './elements.ts';
import { outcomes, rareOutcomes, signWords, unknownBases } from './labels.ts';
import type { Sign, Totals } from './picture.ts';
import { Shape } from './shapes.ts';

type Counted = Sign | 'scripts';

const scriptsWords = {
  name: 'scripts upgrade',
  meaning: '"scripts_version" upgrades the scripts of these.',
};

/** The count of each sign, which is also the legend. */
export class TotalsView {
  readonly element = element('ul', 'totals');
  private readonly items = new Map<Counted, { item: HTMLElement; number: HTMLElement }>();

  private readonly voidUnit = element('li', 'unit', 'Entries and fields:');
  private readonly voidItem = element('li', 'total void-entries');
  private readonly voidButton: HTMLButtonElement;
  private voidEntries = 0;
  /** The entry that the next click leads to. */
  private nextVoid = 0;

  constructor(goToVoid: (entry: number) => void) {
    this.voidButton = button('link', '', () => {
      goToVoid(this.nextVoid);
      this.nextVoid = (this.nextVoid + 1) % Math.max(1, this.voidEntries);
    });
    this.voidItem.append(new Shape('void').element, this.voidButton);
    // The style removes the list box, and some screen readers then do not announce a list.
    this.element.setAttribute('role', 'list');
    this.element.setAttribute('aria-label', 'Totals');
    // The sentence of the status above counts entries.
    this.element.append(element('li', 'unit', 'Baked versions:'));
    for (const sign of [...outcomes, 'scripts', 'unknown'] as const) this.add(sign);
    this.element.append(this.voidUnit, this.voidItem);
  }

  update(totals: Totals, { readable, voidEntries }: Pick<Coverage, 'readable' | 'voidEntries'>): void {
    this.setVoid(voidEntries.length);
    for (const outcome of outcomes) {
      const isOfState = outcome === 'unreadable' ? !readable : readable;
      const total = totals.outcomes[outcome];
      this.set(outcome, total, isOfState && (total > 0 || !rareOutcomes.has(outcome)));
    }
    this.set('scripts', totals.scripts, totals.scripts > 0);
    this.set('unknown', totals.unknownBases, totals.unknownBases > 0);
  }

  private setVoid(number: number): void {
    if (number !== this.voidEntries) this.nextVoid = 0;
    this.voidEntries = number;
    this.voidUnit.hidden = number === 0;
    this.voidItem.hidden = number === 0;
    setText(this.voidButton, `${number} void`);
    setAttribute(this.voidButton, 'aria-label', `Go to a void entry, of ${number}`);
  }

  private add(sign: Counted): void {
    const { name, meaning } = sign === 'scripts' ? scriptsWords : signWords[sign];
    const number = element('b', 'number', '0');
    const shape = sign === 'scripts' ? element('span', 'scripts-sign', 's') : new Shape(sign).element;
    const item = element('li', `total ${sign}`, shape, number, element('span', 'name', name));
    item.title = meaning;
    this.items.set(sign, { item, number });
    this.element.append(item);
  }

  private set(sign: Counted, total: number, isShown: boolean): void {
    const found = this.items.get(sign);
    if (!found) return;
    found.item.hidden = !isShown;
    found.item.classList.toggle('zero', total === 0);
    setText(found.number, String(total));
    if (sign === 'unknown') setAttribute(found.item, 'aria-label', unknownBases(total));
  }
}
