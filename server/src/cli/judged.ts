import { baseOf, isLoss } from '../model/index.ts';
import type { Difference } from '../service/answers/difference.ts';
import type { AcceptedLoss } from '../service/findings/finding.ts';

/** A difference and, for a loss that someone decided to accept, the reason. */
export interface Judged extends Difference {
  readonly accepted?: string | undefined;
}

export function judged(
  differences: readonly Difference[],
  acceptedLosses: readonly AcceptedLoss[] = [],
): readonly Judged[] {
  if (acceptedLosses.length === 0) return differences;
  return differences.map((difference) => {
    const base = baseOf(difference.baked);
    const found = isLoss(difference.change) && acceptedLosses.find((loss) => loss.base === base);
    return found ? { ...difference, accepted: found.reason } : difference;
  });
}

/** Whether nodes lose something, and no one decided that they may. */
export function isOpenLoss({ change, accepted }: Judged): boolean {
  return isLoss(change) && accepted === undefined;
}

/** A line for each base with an accepted loss. */
export function acceptedIn(differences: readonly Judged[]): string[] {
  const lines = differences.flatMap(({ baked, accepted }) =>
    accepted === undefined ? [] : [`accepted for base "${baseOf(baked)}": ${accepted}`],
  );
  return [...new Set(lines)];
}
