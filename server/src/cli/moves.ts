import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { largestFile } from '../service/host.ts';
import { statsOf } from './files.ts';
import type { Tree } from './git-tree.ts';

/** What AgentBaker builds into its images is read at this path alone. */
const readByNodes = /(?:^|\/)parts\/linux\/cloud-init\/artifacts\/[^/]+$/;
/** What tests and documentation keep reaches no node. */
const fixtures =
  /(?:^|\/)(?:__)?(?:tests?|testdata|fixtures?|testing|specs?|examples?|docs?|mocks?)(?:__)?\//i;

/**
 * The old names of files by their new ones. A node asks for a file by its name: only a file that kept that, and is not
 * put where none is read, went on elsewhere. What it holds does not matter here, since the two are compared.
 */
export async function movesBetween(
  gone: Iterable<string>,
  fresh: Iterable<string>,
  { root, tree }: { readonly root: string; readonly tree: Tree },
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
  // Several of one name may have moved at once: those that are the same first.
  for (const look of [goesOn((old, now) => isSame(old, now, root, tree)), goesOn(() => true)])
    for (const now of names) await look(now);
  return moves;
}

function canMove(old: string, now: string): boolean {
  if (baseName(old) !== baseName(now)) return false;
  if (readByNodes.test(old) && !readByNodes.test(now)) return false;
  return fixtures.test(old) || !fixtures.test(now);
}

export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

async function isSame(old: string, now: string, root: string, tree: Tree): Promise<boolean> {
  const path = join(root, now);
  if ((statsOf(path)?.size ?? 0) > largestFile) return false;
  return (await tree.read(old))?.equals(readFileSync(path)) ?? false;
}
