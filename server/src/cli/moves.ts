import { isManifestPath } from '../names.ts';

type IsMoved = (old: string, now: string) => Promise<boolean> | boolean;

/** The service finds a ConfigMap by its name, whatever the name of the file. */
function areManifests(old: string, now: string): boolean {
  return isManifestPath(old) && isManifestPath(now);
}

/** The old names of moved files by their new names. The content does not matter: the two are compared afterwards. */
export async function movesBetween(
  gone: Iterable<string>,
  fresh: Iterable<string>,
  isSame: IsMoved,
  sharesConfig: IsMoved,
): Promise<ReadonlyMap<string, string>> {
  const moves = new Map<string, string>();
  const left = new Set([...gone].sort());
  const goesOn =
    (isMoved: IsMoved, canGo: (old: string, now: string) => boolean = canMove) =>
    async (now: string) => {
      if (moves.has(now)) return;
      for (const old of left) {
        if (!canGo(old, now) || !(await isMoved(old, now))) continue;
        moves.set(now, old);
        left.delete(old);
        return;
      }
    };
  const names = [...fresh].sort();
  // Several files with one name may have moved: match equal contents first.
  for (const look of [goesOn(isSame), goesOn(() => true), goesOn(sharesConfig, areManifests)])
    for (const now of names) await look(now);
  return moves;
}

/** AgentBaker builds only files at this path into its images. */
const readByNodes = /(?:^|\/)parts\/linux\/cloud-init\/artifacts\/[^/]+$/;
/** Files of tests and documentation never reach nodes. */
const fixtures =
  /(?:^|\/)(?:__)?(?:tests?|testdata|fixtures?|testing|specs?|examples?|docs?|mocks?)(?:__)?\//i;

/** Nodes look a file up by its name, so a moved file must keep its base name and stay where nodes read it. */
function canMove(old: string, now: string): boolean {
  if (baseName(old) !== baseName(now)) return false;
  if (readByNodes.test(old) && !readByNodes.test(now)) return false;
  return fixtures.test(old) || !fixtures.test(now);
}

export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
