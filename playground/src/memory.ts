import { type Shared, sharedFrom, toArray } from './share.ts';

const key = 'hotfix-playground';

/** Keeps the text for a reload of the tab, and only in this tab. */
export function remember(shared: Shared): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(toArray(shared)));
  } catch {
    // No space or no permission: then the tab does not remember the text.
  }
}

export function recall(): Shared | undefined {
  try {
    return sharedFrom(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}
