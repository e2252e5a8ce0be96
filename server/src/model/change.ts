/** What a change of a config does to nodes. In the order of a list: losses first. */
export const changes = ['lost', 'lowered', 'gained', 'changed'] as const;
export type Change = (typeof changes)[number];

export const isLoss = (change: Change | undefined) => change === 'lost' || change === 'lowered';

/** The one that a list is ordered by. */
export function firstChange(all: readonly (Change | undefined)[]): Change | undefined {
  return changes.find((change) => all.includes(change));
}
