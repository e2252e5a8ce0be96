import type { Analysis } from '../model/index.ts';
import { check } from './finding.ts';

/** Where and why a node cannot read a config: `line:column` and the first finding that says so. */
export function whyUnreadable(analysis: Analysis): string {
  const findings = check(analysis, { levels: {}, today: '' });
  const first = findings.find(({ ruleId }) => ruleId === 'json-syntax' || ruleId === 'wrong-type');
  if (!first) throw new Error('The config is unreadable, and no rule says why.');
  const before = analysis.source.text.slice(0, first.start).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${first.message}`;
}
