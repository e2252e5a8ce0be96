import type { Coverage } from '../../server/src/protocol.ts';
import { button, element, setText } from './elements.ts';
import type { Filter } from './filter.ts';
import type { Picture } from './picture.ts';
import { Shape } from './shapes.ts';
import { TotalsView } from './totals.ts';

export interface HeaderEvents {
  goToProblem(): void;
  /** An index into the void entries. */
  goToVoid(entry: number): void;
  openSettings(): void;
  /** Absent where no served map can be chosen. */
  readonly serve?: (() => void) | undefined;
  stopServing(): void;
}

/** The part above the picture: which config, what nodes do with it, and the totals. */
export class Header {
  readonly element = element('header');
  private readonly title = element('h1');
  private readonly name = element('span', 'file');
  private readonly summary = element('span');
  private readonly totals;
  private readonly problem: HTMLElement;
  private readonly problemText = element('span');
  private readonly served: HTMLElement;
  private readonly servedText = element('span');
  private readonly noCatalogue: HTMLElement;
  private readonly controls: HTMLElement;

  constructor(filters: readonly Filter[], events: HeaderEvents) {
    this.totals = new TotalsView((entry) => events.goToVoid(entry));
    this.problem = element(
      'div',
      'notice problem',
      new Shape('unreadable').element,
      element(
        'p',
        '',
        this.problemText,
        ' ',
        button('link', 'Go to it', () => events.goToProblem()),
      ),
    );
    this.served = element(
      'div',
      'notice served',
      element(
        'p',
        '',
        this.servedText,
        ' ',
        button('link', 'Show without it', () => events.stopServing()),
      ),
    );
    const serve = events.serve;
    this.noCatalogue = noCatalogue(() => events.openSettings());
    this.controls = element(
      'div',
      'controls',
      this.totals.element,
      element(
        'div',
        'filters',
        ...filters.map((filter) => filter.element),
        ...(serve ? [button('link', 'With served map…', serve)] : []),
      ),
    );
    const about = element('p', 'summary', this.name, ': ', this.summary);
    this.element.append(this.title, about, this.problem, this.served, this.controls, this.noCatalogue);
  }

  update(name: string, coverage: Coverage, { totals }: Picture): void {
    const { comparedWith } = coverage;
    setText(this.title, comparedWith ? `What changes since ${comparedWith}?` : 'Which nodes upgrade?');
    setText(this.name, name);
    setText(this.summary, coverage.summary);
    setText(this.problemText, coverage.problem?.message ?? '');
    this.problem.hidden = coverage.problem === null;
    setText(this.servedText, coverage.served ?? '');
    this.served.hidden = coverage.served === null;
    const knowsNone = coverage.bases.every(({ baked }) => baked.length === 0);
    this.noCatalogue.hidden = !knowsNone;
    this.controls.hidden = knowsNone;
    this.totals.update(totals, coverage);
  }
}

function noCatalogue(openSettings: () => void): HTMLElement {
  return element(
    'div',
    'notice',
    element(
      'p',
      '',
      element('strong', '', 'No baked versions are known.'),
      ' ',
      'Open the folder that holds ',
      element('code', '', 'vhdbuilder/release-notes'),
      ', or list versions in ',
      element('code', '', '.hotfixrc.json'),
      ' or in a setting. ',
      button('link', 'Open the setting', openSettings),
    ),
  );
}
