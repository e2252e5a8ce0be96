import { describe, expect, it } from 'vitest';
import { Analysis, applyEdits } from '../../server/src/model/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { catalogueOf, findingsIn, readMarked, today, toMark } from '../support/markers.ts';

describe.each(rules)('the examples of $id', (rule) => {
  it.each(rule.examples)('flag exactly what the carets mark: $before', (example) => {
    const { before, after, bakedVersions = [], branch } = example;
    const { text, marks } = readMarked(before);
    const catalogue = catalogueOf(bakedVersions, branch);
    const baseline = example.baseline === undefined ? undefined : new Analysis(example.baseline).readings;
    const findings = findingsIn(text, {
      catalogue,
      baseline,
      today: example.today ?? today,
      // Turns rules on that are off by default.
      levels: rule.level === 'off' ? { [rule.id]: 'hint' } : {},
    });
    expect(findings.map((finding) => toMark(text, finding))).toEqual(expect.arrayContaining(marks));
    expect(findings).toHaveLength(marks.length);
    const fix = findings.find(({ ruleId }) => ruleId === rule.id)?.fixes()[0];
    expect(fix && applyEdits(text, fix.edits)).toBe(after);
  });
});
