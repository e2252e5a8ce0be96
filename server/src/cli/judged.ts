import { baseOf, isLoss, supportedUntil } from '../model/index.ts';
import type { Difference } from '../service/answers/difference.ts';
import type { CheckOptions } from '../service/findings/finding.ts';

/** A difference, and why a loss needs no action. */
export interface Judged extends Difference {
  /** The reason, if someone decided to accept the loss. */
  readonly accepted?: string | undefined;
  /** The last day of the support window of its nodes, if that has passed. */
  readonly supportedUntil?: string | undefined;
}

export function judged(
  differences: readonly Difference[],
  { acceptedLosses = [], supportWindowMonths = 6, today }: CheckOptions,
): readonly Judged[] {
  const all = differences.map((difference): Judged => {
    if (!isLoss(difference.change)) return difference;
    const base = baseOf(difference.baked);
    // As in a check: a lower patch is an error for as long as there is an entry.
    const until = difference.change === 'lost' ? supportedUntil(base, supportWindowMonths) : undefined;
    if (until !== undefined && until < today) return { ...difference, supportedUntil: until };
    const accepted = acceptedLosses.find((loss) => loss.base === base)?.reason;
    return accepted === undefined ? difference : { ...difference, accepted };
  });
  return [...all.filter(isOpenLoss), ...all.filter((one) => !isOpenLoss(one))];
}

/** Whether supported nodes lose something, and no one decided that they may. */
export function isOpenLoss({ change, accepted, supportedUntil: until }: Judged): boolean {
  return isLoss(change) && accepted === undefined && until === undefined;
}

/** Why a loss is not open, in a word for tables; empty for others. */
export function whyNotOpen({ accepted, supportedUntil: until }: Judged): string {
  if (accepted !== undefined) return 'accepted';
  return until === undefined ? '' : 'past support';
}

/** A line for each base with an accepted loss. */
export function acceptedIn(differences: readonly Judged[]): string[] {
  const lines = differences.flatMap(({ baked, accepted }) =>
    accepted === undefined ? [] : [`accepted for base "${baseOf(baked)}": ${accepted}`],
  );
  return [...new Set(lines)];
}
