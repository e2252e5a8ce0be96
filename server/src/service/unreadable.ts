import type { Analysis } from '../model/index.ts';
import { check, type Finding } from './finding.ts';

/** Where and why a node cannot read a config: `line:column` and the first finding that says so. */
export function whyUnreadable(analysis: Analysis): string {
  const first = unreadableBecause(analysis);
  const before = analysis.source.text.slice(0, first.start).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${first.message}`;
}

/** The first finding that says why a node cannot read a config, saved in that encoding where it is not plain UTF-8. */
export function unreadableBecause(analysis: Analysis, encoding?: string): Finding {
  const findings = check(analysis, { levels: {}, today: '', encoding });
  const first = findings.find(({ ruleId }) => ruleId === 'json-syntax' || ruleId === 'wrong-type');
  if (!first) throw new Error('The config is unreadable, and no rule says why.');
  return first;
}
