import { canMove } from './can-move.mjs';

export { baseName } from './can-move.mjs';

/** The old names of moved files by their new names. The content does not matter: the two are compared afterwards. */
export async function movesBetween(
  gone: Iterable<string>,
  fresh: Iterable<string>,
  isSame: (old: string, now: string) => Promise<boolean>,
): Promise<ReadonlyMap<string, string>> {
  const moves = new Map<string, string>();
  const left = new Set([...gone].sort());
  const goesOn =
    (isEqual: (old: string, now: string) => Promise<boolean> | boolean) => async (now: string) => {
      if (moves.has(now)) return;
      for (const old of left) {
        if (!canMove(old, now) || !(await isEqual(old, now))) continue;
        moves.set(now, old);
        left.delete(old);
        return;
      }
    };
  const names = [...fresh].sort();
  // Several files with one name may have moved: match equal contents first.
  for (const look of [goesOn(isSame), goesOn(() => true)]) for (const now of names) await look(now);
  return moves;
}
