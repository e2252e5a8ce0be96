import {
  type Analysis,
  type Base,
  baseMeant,
  baseOf,
  type Catalogue,
  cut,
  emptyConfig,
  explainOutcome,
  type Field,
  fieldWith,
  isVersion,
  parseLoose,
  type Range,
  type Role,
  readingsOfConfig,
  supportedUntil,
  type Version,
  type VersionProperty,
} from '../../model/index.ts';
import { rules } from '../../rules/index.ts';
import type { CheckOptions, Finding } from '../findings/finding.ts';
import { unreadableBecause } from '../findings/unreadable.ts';
import { LineIndex } from '../line-index.ts';
import { fieldAt, versionPropertyAt } from './at-offset.ts';
import { noPackage } from './installed.ts';
import { withTable } from './known-table.ts';
import type { RichText } from './markup.ts';
import { type HotfixVersion, isChosen, type Outcome, outcomeIn, outcomeOf } from './outcome.ts';

export interface HoverAnswer extends Range {
  readonly explanation: RichText;
}

/** The rules that explain why a node does not upgrade, at any configured level. */
const faults: ReadonlySet<string> = new Set(
  rules.flatMap(({ id, level }) => (level === 'error' || level === 'warning' ? [id] : [])),
);

/** The context of an answer. */
export interface HoverOptions extends Pick<CheckOptions, 'levels' | 'today' | 'supportWindowMonths'> {
  readonly catalogue: Catalogue;
}

/** What the entry or field at an offset does to which nodes. `findings` are those of all rules. */
export function hoverAt(
  analysis: Analysis,
  offset: number,
  options: HoverOptions,
  findings: () => readonly Finding[],
): HoverAnswer | undefined {
  const property = versionPropertyAt(analysis, offset);
  if (property) {
    const part =
      property.role === 'entry' || offset <= property.key.end ? tokenAt(property, offset) : property.value;
    return {
      start: part.start,
      end: part.end,
      explanation: explainProperty(analysis, property, options, findings),
    };
  }
  const field = fieldAt(analysis, offset);
  if (field?.role !== 'entry') return undefined;
  return {
    start: field.key.start,
    end: field.key.end,
    explanation: explainMap(analysis, field, options.catalogue),
  };
}

function tokenAt({ key, value }: VersionProperty, offset: number): Range {
  return offset <= key.end ? key : value;
}

/** The text about an entry or a field. Hints use it too. */
export function explainProperty(
  analysis: Analysis,
  property: VersionProperty,
  options: HoverOptions,
  findings: () => readonly Finding[],
): RichText {
  const { catalogue } = options;
  const outcome = outcomeOf(analysis, property, catalogue);
  const reasons = reasonsNotShown(property, options, findings);
  const explained = withOtherBases(
    outcome.isVoid
      ? explainVoid(analysis, property, outcome, catalogue, reasons)
      : explainUpgrade(property, outcome, catalogue),
    otherInstallers(outcome),
  );
  const until = support(property, options);
  const [last, ...before] = explained.paragraphs.toReversed();
  if (last === undefined || until === undefined) return explained;
  return { ...explained, paragraphs: [...before.toReversed(), `${last} ${until}`] };
}

function explainVoid(
  analysis: Analysis,
  property: VersionProperty,
  { known }: Outcome,
  catalogue: Catalogue,
  reasons: () => readonly string[],
): RichText {
  if (!analysis.config) return { paragraphs: [unreadable(analysis, property)] };
  const paragraphs = [isVoid(property), ...reasons()];
  // What nodes do because of another entry is explained there.
  const isOwn = known.every(({ effect }) => !effect.upgrade || isChosen(property, effect));
  return isOwn && !analysis.isIgnored(property)
    ? withTable(paragraphs, known, property.role, catalogue, true)
    : { paragraphs };
}

/** Controllers that compare nothing install a `version` of any base, whatever else is wrong with it. */
function otherInstallers({ installers }: Outcome): string[] {
  return installers.map(
    ({ version, effect: { reason }, isPackage }) =>
      `${version}: ${explainOutcome(reason)}${isPackage ? '' : `; ${noPackage}`}.`,
  );
}

function withOtherBases(explained: RichText, others: readonly string[]): RichText {
  if (others.length === 0) return explained;
  const [first = '', ...rest] = explained.paragraphs;
  const { notes = [] } = explained;
  return {
    ...explained,
    paragraphs: [forOthers(first), ...rest],
    notes: [...notes, ...others],
    isOnRecord: true,
  };
}

function forOthers(isVoid: string): string {
  return isVoid
    .replace(/: it upgrades no node\.$/, ' for nodes that compare versions.')
    .replace(' is void: nodes cannot', ' is void for current controllers: they cannot');
}

/** The end of the support window. No cluster should use the images after it. */
function support(
  property: VersionProperty,
  { today, supportWindowMonths = 6 }: HoverOptions,
): string | undefined {
  const base = baseMeant(property);
  const until = base && supportedUntil(base, supportWindowMonths);
  if (!until) return undefined;
  return today > until ? `Support ended on ${until}.` : `Supported until ${until}.`;
}

/** What a hotfix version would do in an entry of its base, or in a field. */
export function explainVersion(text: string, where: Role, catalogue: Catalogue): RichText {
  if (!isVersion(text)) return { paragraphs: [] };
  const base = baseOf(text);
  const config = {
    ...emptyConfig,
    [fieldWith[where]]: where === 'entry' ? new Map([[base, text]]) : text,
  };
  const hotfix = { role: where, base: where === 'entry' ? base : undefined, version: text, trimmed: text };
  const outcome = outcomeIn(readingsOfConfig(config), hotfix, catalogue);
  if (!outcome.isVoid) return explainUpgrade(hotfix, outcome, catalogue);
  return withTable([isVoid(hotfix)], outcome.known, where, catalogue, true);
}

function explainUpgrade(hotfix: HotfixVersion, outcome: Outcome, catalogue: Catalogue): RichText {
  const { known, base } = outcome;
  const patch = parseLoose(hotfix.trimmed)?.patch;
  if (!base || patch === undefined) return { paragraphs: [] };
  if (known.length > 0) return withTable([sum(hotfix, outcome)], known, hotfix.role, catalogue);
  return { paragraphs: [...unknownBase(base, catalogue), rule(hotfix, base, patch)] };
}

function isVoid(hotfix: HotfixVersion): string {
  return `${subject(hotfix)} is void: it upgrades no node.`;
}

function unreadable(analysis: Analysis, property: VersionProperty): string {
  if (analysis.isServed) return `${subject(property)} is void: nodes cannot read this map.`;
  const { line } = new LineIndex(analysis.source.text).position(unreadableBecause(analysis).start);
  return `${subject(property)} is void: nodes cannot read this file (line ${line}).`;
}

/** Why it is void, if no finding says so because its rule is off. */
function reasonsNotShown(
  property: VersionProperty,
  { levels }: HoverOptions,
  findings: () => readonly Finding[],
) {
  return () =>
    findings()
      .filter(
        (finding) =>
          levels[finding.ruleId] === 'off' &&
          faults.has(finding.ruleId) &&
          (isWithin(finding, property.key.start, property.value.end) ||
            isWithin(finding, property.field.key.start, property.field.key.end)),
      )
      .map((finding) => finding.message());
}

function isWithin(finding: Range, start: number, end: number): boolean {
  return start <= finding.start && finding.end <= end;
}

function unknownBase(base: Base, catalogue: Catalogue): string[] {
  return catalogue.isConclusiveFor(base) ? [`No known baked version has base ${base}.`] : [];
}

/** Without a record of baked versions, only the rule can be explained. */
function rule(hotfix: HotfixVersion, base: Base, patch: string): string {
  const last = BigInt(patch) - 1n;
  const range = last === 0n ? `${base}.0` : `${base}.0 to ${base}.${last}`;
  return `${subject(hotfix)} upgrades ${object(hotfix)}nodes baked with ${range}.`;
}

function sum(hotfix: HotfixVersion, { known, upgrading, base, isAlways }: Outcome): string {
  if (isAlways) return `Scripts of ${base} always apply, whatever "${fieldWith[hotfix.role]}" says.`;
  const count = `${upgrading} of ${known.length} known baked version${known.length === 1 ? '' : 's'}`;
  return `${subject(hotfix)} upgrades ${object(hotfix)}${count} of ${base} to ${hotfix.trimmed}.`;
}

function subject(hotfix: HotfixVersion): string {
  return hotfix.role === 'entry' ? 'This entry' : `"${fieldWith[hotfix.role]}"`;
}

function object(hotfix: HotfixVersion): string {
  return hotfix.role === 'scripts' ? 'the scripts of ' : '';
}

export function explainMap(analysis: Analysis, field: Field, catalogue: Catalogue): RichText {
  const versionProperties = analysis.versionProperties.filter((property) => property.field === field);
  const outcomes = versionProperties.map((property) => ({
    property,
    outcome: outcomeOf(analysis, property, catalogue),
  }));
  const applying = outcomes.filter(({ outcome }) => outcome.applies).length;
  const seen = versionProperties.filter((property) => !analysis.isIgnored(property)).length;
  const noun = seen === 1 ? 'entry applies' : 'entries apply';
  const paragraphs = [
    analysis.config
      ? `${applying} of ${seen} ${noun}.`
      : `Nodes cannot read this ${analysis.isServed ? 'map' : 'file'}: no entry applies.`,
  ];
  if (versionProperties.length === 0) return { paragraphs };
  const rank = ({ isVoid, applies }: Outcome) => (isVoid ? 0 : applies ? 2 : 1);
  const faultyFirst = outcomes.toSorted((a, b) => rank(a.outcome) - rank(b.outcome));
  const rows = faultyFirst
    .slice(0, mostRows)
    .map(({ property, outcome }) => [
      cut(property.key.value),
      cut(property.trimmed),
      short(outcome, catalogue),
    ]);
  const more = outcomes.length > mostRows ? [`${mostRows} of ${outcomes.length}, faulty ones first:`] : [];
  return {
    paragraphs: [...paragraphs, ...more],
    table: { head: ['Base', 'Hotfix version', 'Outcome'], rows },
  };
}

const mostRows = 50;

/** The text of a hint after an entry. */
export function short(outcome: Outcome, catalogue: Catalogue): string {
  const elsewhere = outcome.upgradedElsewhere;
  const own = ofBase(outcome, catalogue);
  if (elsewhere.length === 0) return own;
  return outcome.applies ? `${own}, and ${named(elsewhere)}` : `upgrades only ${named(elsewhere)}`;
}

/** What it does to nodes of its base. */
function ofBase(outcome: Outcome, catalogue: Catalogue): string {
  if (outcome.isVoid) return 'void';
  if (!catalogue.isConclusive) return 'applies';
  // Not for void entries: many of them can share a base.
  const { known, upgrading, unclear, base, isAlways } = outcome;
  if (isAlways) return 'scripts always apply';
  if (known.length === 0) return base && !catalogue.isConclusiveFor(base) ? 'applies' : 'no known node';
  if (upgrading === 0 && unclear > 0) return `unknown for ${unclear} of ${known.length}`;
  return `upgrades ${upgrading} of ${known.length}`;
}

/** Baked versions in a short text. */
export function named(versions: readonly Version[]): string {
  const more = versions.length - mostNamed;
  const names = versions.slice(0, mostNamed).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}

const mostNamed = 2;
