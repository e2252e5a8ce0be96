import type { Analysis, Entry, SyntaxNode } from '../model/index.ts';

const usedValues = new WeakMap<Analysis, ReadonlySet<SyntaxNode>>();

/** Whether nodes would read an earlier duplicate of a property if this one were renamed or removed. */
export function hidesAnother(analysis: Analysis, { value }: Pick<Entry, 'value'>): boolean {
  const known = usedValues.get(analysis) ?? new Set(analysis.repeats.map(({ used }) => used.value));
  usedValues.set(analysis, known);
  return known.has(value);
}
