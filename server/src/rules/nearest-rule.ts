import { distance } from 'fastest-levenshtein';
import { rules } from './index.ts';

/** The id of a rule that differs by at most three letters. */
export function nearestRule(id: string): string | undefined {
  const known = rules.map((rule) => ({ id: rule.id, distance: distance(rule.id, id) }));
  const nearest = known.reduce((a, b) => (b.distance < a.distance ? b : a));
  return nearest.distance <= 3 ? nearest.id : undefined;
}
