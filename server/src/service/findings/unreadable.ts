import type { Analysis } from '../../model/index.ts';
import { LineIndex } from '../line-index.ts';
import { check, type Finding } from './finding.ts';

/** Where and why a node cannot read a config: `line:column` and the first finding with the reason. */
export function whyUnreadable(analysis: Analysis): string {
  const first = unreadableBecause(analysis);
  const { line, column } = new LineIndex(analysis.source.text).position(first.start);
  return `${line}:${column}: ${first.message()}`;
}

/** The first finding with the reason why a node cannot read a config. */
export function unreadableBecause(analysis: Analysis): Finding {
  const findings = check(analysis, { levels: {}, today: '' });
  const first = findings.find(({ ruleId }) => ruleId === 'json-syntax' || ruleId === 'wrong-type');
  if (!first) throw new Error('The config is unreadable, and no rule says why.');
  return first;
}
