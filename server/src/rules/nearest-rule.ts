import { distance } from 'fastest-levenshtein';
import { rules } from './index.ts';

/** The id of a rule that differs by at most three letters. */
export function nearestRule(id: string): string | undefined {
  return nearest(
    id,
    rules.map((rule) => rule.id),
  );
}

/** The name that differs the least, by at most three letters and less than half of them. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const [first] = names
    .map((name) => ({ name, differs: distance(name, written) }))
    .filter(({ name, differs }) => differs <= 3 && differs * 2 < name.length)
    .sort((a, b) => a.differs - b.differs);
  return first?.name;
}
