import { element, setAttribute, setText } from './elements.ts';
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

  constructor() {
    // The style removes the list box, and some screen readers then do not announce a list.
    this.element.setAttribute('role', 'list');
    this.element.setAttribute('aria-label', 'Totals');
    // The sentence of the status above counts entries.
    this.element.append(element('li', 'unit', 'Baked versions:'));
    for (const sign of [...outcomes, 'scripts', 'unknown'] as const) this.add(sign);
  }

  update(totals: Totals, readable: boolean): void {
    for (const outcome of outcomes) {
      const isOfState = outcome === 'unreadable' ? !readable : readable;
      const total = totals.outcomes[outcome];
      this.set(outcome, total, isOfState && (total > 0 || !rareOutcomes.has(outcome)));
    }
    this.set('scripts', totals.scripts, totals.scripts > 0);
    this.set('unknown', totals.unknownBases, totals.unknownBases > 0);
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
