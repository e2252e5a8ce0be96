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

/** The findings as a list, each with its line, rule and fixes. It works without a mouse. */
export class FindingList {
  private readonly list = element('ol');
  private readonly heading = element('h2');
  private shown = '';

  constructor(
    root: HTMLElement,
    private readonly events: FindingListEvents,
  ) {
    this.heading.tabIndex = -1;
    this.heading.setAttribute('aria-live', 'polite');
    root.replaceChildren(this.heading, this.list);
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
    if (focused >= 0) this.focus(focused);
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

function titleOf({ length }: readonly FixableFinding[]): string {
  if (length === 0) return 'No diagnostics';
  return length === 1 ? '1 diagnostic' : `${length} diagnostics`;
}
