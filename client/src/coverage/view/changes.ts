import type { Coverage, CoverageBefore } from '../../../../server/src/protocol.ts';
import { button, element } from './elements.ts';
import * as l10n from './l10n.ts';
import { bakedVersions, unknownBases } from './labels.ts';
import type { Cell, Mark, Picture } from './picture.ts';

/** Baked versions of one base that did one thing and do another now. */
export interface Change {
  readonly base: string;
  readonly marks: readonly Mark[];
  readonly before: CoverageBefore;
  readonly after: CoverageBefore;
}

/** All that nodes do otherwise than before, ascending by baked version. */
export function changesIn({ years, undated }: Picture): Change[] {
  const dated = years.flatMap(({ months }) => months.flatMap(({ cells }) => cells));
  return [...dated, ...undated].sort((a, b) => (a.base < b.base ? -1 : 1)).flatMap(changesOf);
}

function changesOf({ base, marks }: Cell): Change[] {
  const alike = new Map<string, Change>();
  for (const mark of marks) {
    const { before, to, scriptsTo } = mark;
    if (!before) continue;
    const key = JSON.stringify([before, to, scriptsTo]);
    const others = alike.get(key)?.marks ?? [];
    alike.set(key, { base, marks: [...others, mark], before, after: { to, scriptsTo } });
  }
  return [...alike.values()];
}

/** "upgrades to 202604.01.3", "stays", and what becomes of the scripts where that is not the same at both times. */
export function doings({ before, after }: Change): { before: string; after: string } {
  const areScriptsTold = before.scriptsTo !== after.scriptsTo;
  const isBinaryTold = before.to !== after.to;
  const text = ({ to, scriptsTo }: CoverageBefore) =>
    [
      ...(isBinaryTold ? [to ? l10n.t('upgrades to {0}', to) : l10n.t('stays as baked')] : []),
      ...(areScriptsTold
        ? [scriptsTo ? l10n.t('scripts upgrade to {0}', scriptsTo) : l10n.t('scripts stay')]
        : []),
    ].join('; ');
  return { before: text(before), after: text(after) };
}

export function changesSentence(changes: readonly Change[], { comparedWith }: Coverage): string {
  const marks = changes.flatMap((change) => change.marks);
  const known = marks.filter(({ sign }) => sign !== 'unknown').length;
  const unknown = marks.length - known;
  const revision = comparedWith ?? '';
  if (marks.length === 0) return l10n.t('Every node does what it does at {0}.', revision);
  const parts = [
    ...(known > 0 ? [bakedVersions(known)] : []),
    ...(unknown > 0 ? [unknownBases(unknown)] : []),
  ];
  const who = parts.join(l10n.t(' and '));
  return marks.length === 1
    ? l10n.t('{0} does otherwise than at {1}.', who, revision)
    : l10n.t('{0} do otherwise than at {1}.', who, revision);
}

export interface ChangesEvents {
  choose(version: string, base: string): void;
  stop(): void;
}

/** The comparison as a table, which says at once what a reviewer has to approve. */
export class ChangesView {
  readonly element = element('section', 'changes');
  private shown = '';

  constructor(private readonly events: ChangesEvents) {
    this.element.setAttribute('aria-label', l10n.t('Changes'));
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
    sentence.append(button('link', l10n.t('Stop comparing'), () => this.events.stop()));
    this.element.replaceChildren(sentence);
    if (changes.length > 0) this.element.append(this.table(changes, comparedWith));
  }

  private table(changes: readonly Change[], revision: string): HTMLElement {
    const heads = [l10n.t('Baked version'), l10n.t('At {0}', revision), l10n.t('Now')].map((text) => {
      const head = element('th', '', text);
      head.scope = 'col';
      return head;
    });
    const rows = changes.map((change) => {
      const { before, after } = doings(change);
      return element(
        'tr',
        change.after.to === '' && change.before.to !== '' ? 'loss' : '',
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
      const text =
        sign === 'unknown' ? l10n.t('base {0}', base) : i === 0 ? version : version.slice(base.length);
      const choose = button('link', text, () => this.events.choose(version, base));
      choose.setAttribute('aria-label', sign === 'unknown' ? text : version);
      return i === 0 ? [choose] : [', ', choose];
    });
  }
}
