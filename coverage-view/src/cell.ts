import { isLoss } from '../../server/src/model/change.ts';
import { firstOf } from './changes.ts';
import { arrange, element, setAttribute, setText } from './elements.ts';
import { markLabel, targetLabel } from './labels.ts';
import type { Cell, Mark } from './picture.ts';
import { Shape } from './shapes.ts';

/** A base in the calendar: its day, what its entry upgrades to, and a mark for each baked version. */
export class CellView {
  readonly element = element('div', 'base');
  private readonly day = element('span', 'day');
  private readonly target = element('span', 'target');
  private readonly marks = new Map<string, MarkView>();
  private shown = '';

  constructor() {
    this.element.setAttribute('role', 'none');
    this.day.setAttribute('aria-hidden', 'true');
    this.target.setAttribute('aria-hidden', 'true');
  }

  /** Most keystrokes change one or two of hundreds of bases. The others are not updated. */
  update(cell: Cell): void {
    const shown = JSON.stringify(cell);
    if (shown === this.shown) return;
    this.shown = shown;
    const { classList } = this.element;
    classList.toggle('retired', cell.retired);
    classList.toggle('listed', cell.entry !== null);
    classList.toggle('void', cell.entry?.isVoid === true);
    classList.toggle('only-named', cell.marks[0]?.sign === 'unknown');
    this.element.dataset['base'] = cell.base;
    setText(this.day, cell.day);
    setText(this.target, targetLabel(cell));
    arrange(this.element, [this.day, ...(cell.entry ? [this.target] : []), ...this.markElements(cell)]);
  }

  set atCursor(isAtCursor: boolean) {
    this.element.classList.toggle('at-cursor', isAtCursor);
  }

  private markElements(cell: Cell): HTMLElement[] {
    const versions = new Set(cell.marks.map(({ version }) => version));
    for (const version of this.marks.keys()) if (!versions.has(version)) this.marks.delete(version);
    return cell.marks.map((mark) => {
      const view = this.marks.get(mark.version) ?? new MarkView(mark);
      this.marks.set(mark.version, view);
      view.update(mark, cell);
      return view.element;
    });
  }
}

class MarkView {
  readonly element = element('div');
  private readonly shape: Shape;
  private readonly patch = element('span', 'patch');
  private readonly scripts = element('span', 'scripts-sign');

  constructor({ version, sign }: Mark) {
    this.shape = new Shape(sign);
    this.element.setAttribute('role', 'option');
    this.element.setAttribute('aria-selected', 'false');
    this.element.dataset['version'] = version;
    this.element.tabIndex = -1;
    this.element.append(this.shape.element, this.patch, this.scripts);
  }

  update(mark: Mark, cell: Cell): void {
    const { sign, patch, scriptsTo } = mark;
    this.shape.show(sign);
    const chosen = this.element.classList.contains('chosen') ? ' chosen' : '';
    const loss = mark.before && isLoss(firstOf(mark.before)) ? ' loss' : '';
    const changed = mark.before ? ` changed${loss}` : '';
    setAttribute(this.element, 'class', `mark ${sign}${changed}${chosen}`);
    setText(this.patch, patch);
    setText(this.scripts, scriptsTo ? 's' : '');
    const label = markLabel(mark, cell);
    setAttribute(this.element, 'aria-label', label);
    setAttribute(this.element, 'title', label);
  }
}
