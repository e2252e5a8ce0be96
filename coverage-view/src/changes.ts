import type { CoverageBefore, CoverageChange } from '../../server/src/coverage-types.ts';
import { firstChange, changes as inOrder, isLoss } from '../../server/src/model/change.ts';
import type { Coverage } from '../../server/src/protocol.ts';
import { button, element } from './elements.ts';
import { bakedVersions, changeWords, unknownBases, wordsOf } from './labels.ts';
import type { Cell, Mark, Picture } from './picture.ts';

/** Baked versions of one base with the same change. */
export interface Change {
  readonly base: string;
  readonly marks: readonly Mark[];
  readonly before: CoverageChange;
  readonly after: CoverageBefore;
}

/** All changes in node behavior: losses first, then ascending by baked version. */
export function changesIn({ years, undated }: Picture): Change[] {
  const dated = years.flatMap(({ months }) => months.flatMap(({ cells }) => cells));
  const found = [...dated, ...undated].sort((a, b) => (a.base < b.base ? -1 : 1)).flatMap(changesOf);
  const rank = ({ before }: Change) => inOrder.indexOf(firstOf(before) ?? 'changed');
  return found.sort((a, b) => rank(a) - rank(b));
}

/** The change that counts where binary and scripts differ. */
export function firstOf({ binary, scripts }: CoverageChange) {
  return firstChange([binary, scripts]);
}

function changesOf({ base, marks }: Cell): Change[] {
  const alike = new Map<string, Change>();
  for (const mark of marks) {
    const { before, to, scriptsTo, sign } = mark;
    if (!before) continue;
    const after = { to, scriptsTo, ...(sign === 'unclear' && { isUnclear: true as const }) };
    const key = JSON.stringify([before, after]);
    const others = alike.get(key)?.marks ?? [];
    alike.set(key, { base, marks: [...others, mark], before, after });
  }
  return [...alike.values()];
}

/** "upgrades to 202604.01.3", "stays", and what the scripts do if that differs. */
export function doings({ before, after }: Change): { before: string; after: string } {
  const scriptsDiffer = before.scriptsTo !== after.scriptsTo;
  const binaryDiffers = before.to !== after.to;
  const text = ({ to, scriptsTo, isUnclear }: CoverageBefore) =>
    [
      ...(binaryDiffers
        ? [to ? `${isUnclear ? 'unknown: asks for' : 'upgrades to'} ${to}` : 'stays as baked']
        : []),
      ...(scriptsDiffer ? [scriptsTo ? `scripts upgrade to ${scriptsTo}` : 'scripts stay'] : []),
    ].join('; ');
  return { before: text(before), after: text(after) };
}

export function changesSentence(changes: readonly Change[], { comparedWith }: Coverage): string {
  const marks = changes.flatMap((change) => change.marks);
  const known = marks.filter(({ sign }) => sign !== 'unknown').length;
  const unknown = marks.length - known;
  const revision = comparedWith ?? '';
  if (marks.length === 0) return `No change in node behavior since ${revision}.`;
  const parts = [
    ...(known > 0 ? [bakedVersions(known)] : []),
    ...(unknown > 0 ? [unknownBases(unknown)] : []),
  ];
  const who = parts.join(' and ');
  const behave = marks.length === 1 ? 'behaves' : 'behave';
  const sums = inOrder.flatMap((kind) => {
    const count = marks.filter(({ before }) => before && firstOf(before) === kind).length;
    return count > 0 ? [`${count} ${changeWords[kind]}`] : [];
  });
  return `${who} ${behave} differently than at ${revision}: ${sums.join(', ')}.`;
}

export interface ChangesEvents {
  choose(version: string, base: string): void;
  stop(): void;
}

/** The comparison as a table, for a reviewer who must approve it. */
export class ChangesView {
  readonly element = element('section', 'changes');
  private shown = '';

  constructor(private readonly events: ChangesEvents) {
    this.element.setAttribute('aria-label', 'Changes');
    this.element.hidden = true;
  }

  update(picture: Picture, coverage: Coverage): void {
    const { comparedWith } = coverage;
    this.element.hidden = comparedWith === null;
    if (comparedWith === null) return;
    const changes = changesIn(picture);
    const shown = JSON.stringify([comparedWith, changes]);
    if (shown === this.shown) return;
    this.shown = shown;
    const sentence = element('p', 'sentence', changesSentence(changes, coverage), ' ');
    sentence.append(button('link', 'Stop comparing', () => this.events.stop()));
    this.element.replaceChildren(sentence);
    if (changes.length > 0) this.element.append(this.table(changes, comparedWith));
  }

  private table(changes: readonly Change[], revision: string): HTMLElement {
    const heads = ['Change', 'Baked version', `At ${revision}`, 'Now'].map((text) => {
      const head = element('th', '', text);
      head.scope = 'col';
      return head;
    });
    const rows = changes.map((change) => {
      const { before, after } = doings(change);
      return element(
        'tr',
        rowClass(change),
        element('td', 'kind', wordsOf(change.before).join(', ')),
        element('td', '', ...this.versions(change)),
        element('td', '', before),
        element('td', '', after),
      );
    });
    return element(
      'table',
      '',
      element('thead', '', element('tr', '', ...heads)),
      element('tbody', '', ...rows),
    );
  }

  private versions({ base, marks }: Change): (Node | string)[] {
    return marks.flatMap(({ version, sign }, i) => {
      const text = sign === 'unknown' ? `base ${base}` : i === 0 ? version : version.slice(base.length);
      const choose = button('link', text, () => this.events.choose(version, base));
      choose.setAttribute('aria-label', sign === 'unknown' ? text : version);
      return i === 0 ? [choose] : [', ', choose];
    });
  }
}

function rowClass({ before }: Change): string {
  const kind = firstOf(before);
  if (isLoss(kind)) return 'loss';
  return kind === 'gained' ? 'gain' : '';
}
