import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/model/index.ts';
import { summarize } from '../../../server/src/service/answers/status.ts';
import { committedConfigs } from '../../support/agentbaker.ts';
import { findingsIn } from '../../support/markers.ts';

/** What a reviewer would have seen. */
const shown: Readonly<Record<string, readonly [rules: string[], summary: string]>> = {
  '{}': [['no-hotfix'], 'Nodes can read this file; it asks for no hotfix.'],
  '{"version":"202504.27.0"}': [['never-upgrades'], 'Nodes can read this file; "version" does not apply.'],
  '{"version":"202607.20.1"}': [[], 'Nodes can read this file; "version" applies.'],
  '{"version":"202607.20.2"}': [[], 'Nodes can read this file; "version" applies.'],
  '{"scripts_version":"202607.13.1"}': [[], 'Nodes can read this file; "scripts_version" applies.'],
  '{"scripts_version":"202607.29.1"}': [[], 'Nodes can read this file; "scripts_version" applies.'],
};

describe('every config that was ever committed upstream', () => {
  it.each(committedConfigs())('$date $commit', ({ text, date }) => {
    const [rules, summary] = shown[JSON.stringify(JSON.parse(text))] ?? [];
    const findings = findingsIn(text, { today: date });
    expect(findings.map(({ ruleId }) => ruleId).toSorted()).toEqual(rules);
    expect(summarize(new Analysis(text))).toEqual({ readable: true, summary });
  });
});
