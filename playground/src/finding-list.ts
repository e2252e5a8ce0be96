import { type CodeAction, DiagnosticSeverity, type Range } from 'vscode-languageserver-protocol/browser';
import { button, element, setText } from '../../coverage-view/src/elements.ts';
import { rulePage, textOf } from './convert.ts';
import { type FixableFinding, mostShown } from './findings.ts';

export interface FindingListEvents {
  goTo(range: Range): void;
  apply(fix: CodeAction): void;
}

const severities = {
  [DiagnosticSeverity.Error]: { name: 'error', icon: 'error' },
  [DiagnosticSeverity.Warning]: { name: 'warning', icon: 'warning' },
  [DiagnosticSeverity.Information]: { name: 'information', icon: 'info' },
  [DiagnosticSeverity.Hint]: { name: 'hint', icon: 'lightbulb' },
} as const;

/** The keys that lead from one finding to another. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * The findings as a list, each with its line, rule and fixes. Only one of them is in the Tab order: arrow keys lead to
 * the others, so that a long list is not in the way.
 */
export class FindingList {
  private readonly list = element('ol');
  private readonly heading = element('h2');
  private readonly keys = element('span', 'keys', 'Arrow keys: next or previous finding');
  private shown = '';
  private current = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly events: FindingListEvents,
  ) {
    this.heading.tabIndex = -1;
    this.heading.setAttribute('aria-live', 'polite');
    this.list.addEventListener('keydown', (event) => this.pressed(event));
    this.list.addEventListener('focusin', () => this.setCurrent(this.focusedIndex()));
  }

  update(findings: readonly FixableFinding[]): void {
    const shown = JSON.stringify(findings);
    if (shown === this.shown) return;
    this.shown = shown;
    const focused = this.focusedIndex();
    setText(this.heading, titleOf(findings));
    const more = findings.length - mostShown;
    this.list.replaceChildren(
      ...findings.slice(0, mostShown).map((finding) => this.item(finding)),
      ...(more > 0 ? [element('li', 'more', `and ${more} more`)] : []),
    );
    if (!this.heading.isConnected)
      this.root.replaceChildren(element('div', 'head', this.heading, this.keys), this.list);
    this.setCurrent(Math.min(this.current, this.list.children.length - 1));
    if (focused >= 0) this.focus(focused);
  }

  private setCurrent(index: number): void {
    this.current = Math.max(index, 0);
    for (const [i, item] of [...this.list.children].entries())
      for (const control of controlsIn(item)) control.tabIndex = i === this.current ? 0 : -1;
  }

  private pressed(event: KeyboardEvent): void {
    const step = steps[event.key];
    const from = this.list.children[this.focusedIndex()];
    if (step === undefined || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const last = this.list.querySelectorAll('.finding').length - 1;
    const to = this.list.children[Math.min(Math.max(this.current + step, 0), last)];
    const place = controlsIn(from).findIndex((control) => control.matches(':focus'));
    const controls = to ? controlsIn(to) : [];
    (controls[place] ?? controls.at(-1))?.focus();
  }

  private focusedIndex(): number {
    return [...this.list.children].findIndex((item) => item.contains(document.activeElement));
  }

  /** Moves the focus to the replacement of the focused element. */
  private focus(index: number): void {
    const item = this.list.children[Math.min(index, this.list.children.length - 1)];
    const target = item?.querySelector('button') ?? this.heading;
    target.focus();
  }

  private item({ diagnostic, fixes }: FixableFinding): HTMLElement {
    const { severity = DiagnosticSeverity.Error, range, code, message } = diagnostic;
    const { name, icon } = severities[severity];
    const sign = element('span', `codicon codicon-${icon}`);
    sign.setAttribute('aria-hidden', 'true');
    const id = String(code);
    const rule = element('a', 'rule', id);
    rule.href = rulePage(id);
    rule.target = '_blank';
    rule.rel = 'noopener';
    return element(
      'li',
      `finding ${name}`,
      sign,
      element('span', 'unseen', `${name}: `),
      element('p', 'message', textOf(message)),
      element(
        'p',
        'actions',
        button('link', `line ${range.start.line + 1}`, () => this.events.goTo(range)),
        rule,
        ...fixes.map((fix) => button('fix', fix.title, () => this.events.apply(fix))),
      ),
    );
  }
}

function controlsIn(item: Element): HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>('a, button')];
}

function titleOf({ length }: readonly FixableFinding[]): string {
  if (length === 0) return 'No findings';
  return length === 1 ? '1 finding' : `${length} findings`;
}
