import { CellView } from './cell.ts';
import { arrange, element, setAttribute } from './elements.ts';
import { listenToKeys } from './keys.ts';
import type { Cell, Picture, Year } from './picture.ts';
import { MonthView, YearView } from './year.ts';

export interface CalendarEvents {
  /** The user chose a baked version of a base. */
  choose(version: string, base: string): void;
  leave(): void;
}

/** All bases by year, month and day. At most one mark is chosen; one mark is in the Tab order. */
export class Calendar {
  readonly element = element('div', 'calendar');
  private readonly years = new Map<string, YearView>();
  private readonly cells = new Map<string, CellView>();
  private readonly undated = new MonthView('Other bases', 'Bases without a valid date');
  private chosen: string | null = null;
  private chosenMark: HTMLElement | undefined;
  /** The mark in the Tab order. */
  private tabStop: HTMLElement | undefined;
  private base: string | null = null;

  constructor(private readonly events: CalendarEvents) {
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', 'Baked versions by base');
    this.undated.element.classList.add('undated');
    this.element.addEventListener('click', ({ target }) => this.clicked(target));
    this.element.addEventListener('focusin', ({ target }) => this.focused(target));
    listenToKeys(this.element, {
      marks: () => this.marks(),
      choose: (mark) => this.chooseMark(mark),
      leave: () => events.leave(),
    });
  }

  update(picture: Picture): void {
    const cells = [
      ...picture.years.flatMap(({ months }) => months.flatMap((month) => month.cells)),
      ...picture.undated,
    ];
    const bases = new Set(cells.map(({ base }) => base));
    for (const base of this.cells.keys()) if (!bases.has(base)) this.cells.delete(base);
    const hadFocus = this.element.contains(document.activeElement);
    const years = picture.years.map((year) => this.yearView(year));
    this.undated.update(picture.undated, (cell) => this.cellElement(cell));
    const shown = new Set(picture.years.map(({ year }) => year));
    for (const year of this.years.keys()) if (!shown.has(year)) this.years.delete(year);
    arrange(this.element, [...years, ...(picture.undated.length > 0 ? [this.undated.element] : [])]);
    this.keepTabStop();
    // The focused element may be removed. The focus must not go back to the start of the page.
    if (hadFocus && !this.element.contains(document.activeElement)) this.focus();
  }

  /** Marks the version whose steps are shown. */
  choose(version: string | null): void {
    this.chosen = version;
    this.showChosen();
  }

  /** Marks the base whose entry the cursor is in, and scrolls to it when it changes. */
  markCursor(base: string | null): void {
    if (base === this.base) return;
    if (this.base !== null) this.setAtCursor(this.base, false);
    this.base = base;
    if (base === null) return;
    this.setAtCursor(base, true);
    this.cells.get(base)?.element.scrollIntoView({ block: 'nearest' });
  }

  /** Moves the focus to the chosen mark, or to the last focused one. */
  focus(): void {
    this.tabStop?.focus();
  }

  reveal(version: string): void {
    this.markOf(version)?.scrollIntoView({ block: 'nearest' });
  }

  private setAtCursor(base: string, isAtCursor: boolean): void {
    const cell = this.cells.get(base);
    if (cell) cell.atCursor = isAtCursor;
  }

  private yearView(year: Year): Element {
    const view = this.years.get(year.year) ?? new YearView();
    this.years.set(year.year, view);
    view.update(year, (cell) => this.cellElement(cell));
    return view.element;
  }

  private cellElement(cell: Cell): Element {
    const view = this.cells.get(cell.base) ?? new CellView();
    this.cells.set(cell.base, view);
    view.update(cell);
    view.atCursor = cell.base === this.base;
    return view.element;
  }

  private clicked(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const cell = target.closest('.base');
    // A click next to the marks chooses the most important one of the cell.
    const mark =
      target.closest('.mark') ?? cell?.querySelector('.mark.upgrades') ?? cell?.querySelector('.mark');
    if (!(mark instanceof HTMLElement)) return;
    mark.focus();
    this.chooseMark(mark);
  }

  private chooseMark(mark: HTMLElement): void {
    const version = mark.dataset['version'];
    const base = mark.closest<HTMLElement>('.base')?.dataset['base'];
    if (version !== undefined && base !== undefined) this.events.choose(version, base);
  }

  private focused(target: EventTarget | null): void {
    if (target instanceof HTMLElement && target.classList.contains('mark')) this.setTabStop(target);
  }

  private setTabStop(mark: HTMLElement): void {
    if (this.tabStop && this.tabStop !== mark) this.tabStop.tabIndex = -1;
    mark.tabIndex = 0;
    this.tabStop = mark;
  }

  private showChosen(): void {
    const mark = this.chosen === null ? undefined : this.markOf(this.chosen);
    if (mark !== this.chosenMark && this.chosenMark) setChosen(this.chosenMark, false);
    this.chosenMark = mark;
    if (!mark) return;
    setChosen(mark, true);
    // The focused mark has priority over the chosen one.
    if (!this.element.contains(document.activeElement)) this.setTabStop(mark);
  }

  private keepTabStop(): void {
    this.showChosen();
    if (this.tabStop && this.element.contains(this.tabStop)) return;
    const first = this.element.querySelector<HTMLElement>('.mark');
    if (first) this.setTabStop(first);
  }

  private marks(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('.mark')];
  }

  private markOf(version: string): HTMLElement | undefined {
    return this.marks().find((mark) => mark.dataset['version'] === version);
  }
}

function setChosen(mark: HTMLElement, isChosen: boolean): void {
  mark.classList.toggle('chosen', isChosen);
  setAttribute(mark, 'aria-selected', String(isChosen));
}
