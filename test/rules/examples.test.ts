import { describe, expect, it } from 'vitest';
import { Analysis, applyEdits, Payload } from '../../server/src/model/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { checkPayload } from '../../server/src/service/findings/finding.ts';
import { catalogueOf, findingsIn, readMarked, today, toMark } from '../support/markers.ts';

describe.each(rules)('the examples of $id', (rule) => {
  it.each(rule.examples)('flag exactly what the carets mark: $before', (example) => {
    const { before, after, bakedVersions = [], branch } = example;
    const { text, marks } = readMarked(before);
    const catalogue = catalogueOf(bakedVersions, branch);
    const baseline = example.baseline === undefined ? undefined : new Analysis(example.baseline).readings;
    const template = example.payload === undefined ? undefined : readMarked(example.payload);
    const payload = template && new Payload(template.text);
    const options = {
      catalogue,
      baseline,
      payload,
      payloadBaseline:
        example.payloadBaseline === undefined ? undefined : new Payload(example.payloadBaseline),
      today: example.today ?? today,
      // Turns rules on that are off by default.
      levels: rule.level === 'off' ? { [rule.id]: 'hint' as const } : {},
    };
    const findings = findingsIn(text, options);
    expect(findings.map((finding) => toMark(text, finding))).toEqual(expect.arrayContaining(marks));
    expect(findings).toHaveLength(marks.length);
    const inPayload = payload ? checkPayload(payload, new Analysis(text), options) : [];
    expect(inPayload.map((finding) => toMark(payload?.text ?? '', finding))).toEqual(template?.marks ?? []);
    const fix = findings.find(({ ruleId }) => ruleId === rule.id)?.fixes()[0];
    expect(fix && !fix.deletesFile ? applyEdits(text, fix.edits) : undefined).toBe(after);
  });
});
