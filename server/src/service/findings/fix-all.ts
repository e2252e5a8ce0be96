import {
  type Analysis,
  applyEdits,
  type Edit,
  editBetween,
  largestConfigInWords,
  mostFindings,
} from '../../model/index.ts';
import { type Fix, rules } from '../../rules/index.ts';
import { type CheckOptions, check, type Finding } from './finding.ts';
import { isCutOff } from './level-counts.ts';

/**
 * A fixed text is checked again, because for example a padded base may be out of order. More rounds were never
 * needed.
 */
const mostRounds = 10;

/** Why fixing all is refused, as a clause about the config: it would take minutes and gigabytes. */
export function whyNotFixed({ isTooLarge }: Analysis, findings: readonly Finding[]): string | undefined {
  if (isTooLarge) return `it is larger than ${largestConfigInWords}`;
  return isCutOff(findings) ? `it has more than ${mostFindings} findings` : undefined;
}

/** A config after all safe fixes, and the findings that are left. */
export interface Fixed {
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
  /** From the text before the fixes. None if there was nothing to do. */
  readonly edits: readonly Edit[];
}

/**
 * Applies all safe fixes until none is left. `findings` are those of `check` for the same options, if known. Of the rules in
 * `also`, the first fix is applied, even if it is not safe.
 */
export function fixAll(
  analysis: Analysis,
  options: CheckOptions,
  findings: readonly Finding[] = check(analysis, options),
  also: ReadonlySet<string> = new Set(),
): Fixed {
  const first = editsFor(findings, also);
  let fixed = { analysis, findings };
  let [edits, rounds] = [first, 0];
  for (; edits.length > 0 && rounds < mostRounds; rounds++) {
    const next = analysis.withText(applyEdits(fixed.analysis.source.text, edits));
    fixed = { analysis: next, findings: check(next, options) };
    edits = editsFor(fixed.findings, also);
  }
  const all = rounds < 2 ? first : [editBetween(analysis.source.text, fixed.analysis.source.text)];
  return { ...fixed, edits: all };
}

/** Whether "fix all" can do something about a finding. */
export function hasSafeFix(finding: Finding): boolean {
  return safeFix(finding) !== undefined;
}

/** Computing the fixes of other findings can take longer than everything else. */
const safelyFixed: ReadonlySet<string> = new Set(rules.flatMap(({ id, fix }) => (fix?.safe ? [id] : [])));

function safeFix({ ruleId, fixes }: Finding): Fix | undefined {
  if (!safelyFixed.has(ruleId)) return undefined;
  return fixes().find(({ safe, edits }) => safe && edits.length > 0);
}

function firstFix({ fixes }: Finding): Fix | undefined {
  return fixes().find(({ edits }) => edits.length > 0);
}

/** The fixes that can be applied together. A fix that overlaps another one waits for the next round. */
function editsFor(findings: readonly Finding[], also: ReadonlySet<string>): Edit[] {
  const fixes = findings.flatMap(
    (finding) => (also.has(finding.ruleId) ? firstFix(finding) : safeFix(finding)) ?? [],
  );
  // Sorting a map takes an edit per entry, which can exceed the argument limit of a call.
  const spans = fixes.map(({ edits }) => ({
    edits,
    start: edits.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: edits.reduce((most, { end }) => Math.max(most, end), 0),
  }));
  let taken = -1;
  return spans
    .sort((a, b) => a.start - b.start)
    .flatMap(({ edits, start, end }) => {
      if (start <= taken) return [];
      taken = end;
      return edits;
    });
}
