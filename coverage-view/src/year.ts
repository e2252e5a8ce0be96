import { arrange, element, setText } from './elements.ts';
import { yearNote } from './labels.ts';
import type { Cell, Month, Year } from './picture.ts';

type CellElement = (cell: Cell) => Element;

export class YearView {
  readonly element = element('div', 'year');
  private readonly name = element('span', 'year-name');
  private readonly note = element('span', 'year-note');
  private readonly months = Array.from(
    { length: 12 },
    (_, month) => new MonthView(monthName(month, 'short'), monthName(month, 'long')),
  );

  constructor() {
    this.element.setAttribute('role', 'none');
    const heading = element('div', 'year-heading', this.name, this.note);
    heading.setAttribute('aria-hidden', 'true');
    const months = element('div', 'months', ...this.months.map((month) => month.element));
    months.setAttribute('role', 'none');
    this.element.append(heading, months);
  }

  update(year: Year, cellElement: CellElement): void {
    setText(this.name, year.year);
    setText(this.note, yearNote(year));
    for (const [i, view] of this.months.entries())
      view.update(cellsOf(year.months[i]), cellElement, year.year);
  }
}

function cellsOf(month: Month | undefined): readonly Cell[] {
  return month?.cells ?? [];
}

export class MonthView {
  readonly element = element('div', 'month');
  private readonly heading: HTMLElement;

  constructor(
    short: string,
    private readonly name: string,
  ) {
    this.heading = element('div', 'month-name', short);
    this.heading.setAttribute('aria-hidden', 'true');
    this.element.setAttribute('role', 'group');
  }

  update(cells: readonly Cell[], cellElement: CellElement, year = ''): void {
    this.element.setAttribute('aria-label', `${this.name} ${year}`.trim());
    this.element.classList.toggle('empty', cells.length === 0);
    this.element.setAttribute('role', cells.length === 0 ? 'none' : 'group');
    arrange(this.element, [this.heading, ...cells.map(cellElement)]);
  }
}

/** "January" or "Jan". Months count from 0. */
function monthName(month: number, form: 'long' | 'short'): string {
  const day = new Date(Date.UTC(2000, month));
  return new Intl.DateTimeFormat('en', { month: form, timeZone: 'UTC' }).format(day);
}
