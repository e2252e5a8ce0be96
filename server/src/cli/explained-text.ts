import { baseOf, isCalendarDate, isVersion, quote, trimSpace } from '../model/index.ts';
import type { Answer, ExplainedVerdict } from '../service/answers/explanation.ts';
import { asksInVain } from '../service/answers/installed.ts';
import { recordedBinary, recordedScripts } from '../service/answers/recorded-text.ts';

/** A row for each baked version that a user named, with what a current controller of that version decides. */
export function verdictRows(verdicts: readonly ExplainedVerdict[]): string[] {
  return verdicts.flatMap((verdict) => {
    const current = linesOf(verdict.binary, verdict.scripts);
    const { baked, recorded } = verdict;
    if (!recorded) return [`  ${quote(baked)}${impossible(baked)}`, ...current];
    const decidesAlike = ['stamped', 'grpc', 'current'].includes(recorded.generation);
    const other = decidesAlike
      ? []
      : ['    A current controller of this version:', ...current.map((line) => `  ${line}`)];
    return [`  ${quote(baked)} (on record: ${recorded.generation})`, ...ownLines(verdict), ...other];
  });
}

/** A row for each outcome of all known baked versions, those that upgrade first. */
export function outcomeRows(verdicts: readonly ExplainedVerdict[]): string[] {
  const groups = new Map<string, { readonly at: number[]; readonly lines: readonly string[] }>();
  for (const [at, verdict] of verdicts.entries()) {
    const lines = ownLines(verdict);
    const key = [verdict.recorded?.generation ?? '', ...lines.map(ofAnyBase)].join('\n');
    const known = groups.get(key);
    if (known) known.at.push(at);
    else groups.set(key, { at: [at], lines });
  }
  const rows = [...groups.values()].map(({ at, lines }) => ({ at, lines, first: verdicts[at[0] ?? 0] }));
  const sorted = rows.sort((a, b) => Number(asksForBinary(b.first)) - Number(asksForBinary(a.first)));
  return sorted.flatMap(({ at, lines, first }) => {
    const generation = first?.recorded?.generation;
    const count = at.length > 1 ? `${at.length} baked versions, ` : '';
    const onRecord = generation === undefined ? '' : ` (on record: ${generation})`;
    return [
      `  ${count}${runsOf(at, verdicts)}${onRecord}`,
      ...(at.length > 1 ? lines.map(ofAnyBase) : lines),
    ];
  });
}

function asksForBinary(verdict: ExplainedVerdict | undefined): boolean {
  if (!verdict) return false;
  return verdict.recorded ? verdict.recorded.binary.asks !== null : verdict.binary.upgrade;
}

/** `"a" to "c", "e"`: versions of a list, by their indices. */
function runsOf(at: readonly number[], verdicts: readonly ExplainedVerdict[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const index of at) {
    const run = runs.at(-1);
    if (run && run.last + 1 === index) run.last = index;
    else runs.push({ first: index, last: index });
  }
  const name = (index: number) => quote(verdicts[index]?.baked ?? '');
  return runs
    .map(({ first, last }) => {
      if (first === last) return name(first);
      return `${name(first)}${last === first + 1 ? ', ' : ' to '}${name(last)}`;
    })
    .join(', ');
}

/** Versions of several bases that are not listed have one outcome. */
function ofAnyBase(line: string): string {
  return line.replace(/stays: base "\d{6}\.\d\d" is not in/, 'stays: its base is not in');
}

function ownLines({ binary, scripts, recorded }: ExplainedVerdict): string[] {
  return recorded
    ? [`    binary:  ${recordedBinary(recorded)}`, `    scripts: ${recordedScripts(recorded)}`]
    : linesOf(binary, scripts);
}

function linesOf(binary: Answer, scripts: Answer): string[] {
  const inVain = binary.upgrade ? asksInVain(binary.resolved, binary.reason) : undefined;
  return [`    binary:  ${inVain ?? sentence(binary)}`, `    scripts: ${sentence(scripts)}`];
}

function sentence({ upgrade, resolved, reason }: Answer): string {
  return upgrade ? `upgrades to ${quote(resolved)}: ${reason}` : `stays: ${reason}`;
}

/** A controller compares numbers, and does not look at a calendar. */
function impossible(baked: string): string {
  const version = trimSpace(baked);
  if (!isVersion(version) || isCalendarDate(baseOf(version))) return '';
  return `: ${quote(baseOf(version))} is not a valid date, so no image has this version. Its controller would decide:`;
}
