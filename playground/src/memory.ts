import type { Shared } from './share.ts';

const key = 'hotfix-playground';

/** Keeps the text for a reload of the tab, and only in this tab. */
export function remember(shared: Shared): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(shared));
  } catch {
    // No space or no permission: then the tab does not remember the text.
  }
}

export function recall(): Shared | undefined {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isShared(saved) ? saved : undefined;
  } catch {
    return undefined;
  }
}

function isShared(value: unknown): value is Shared {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'baked' in value &&
    (typeof value.baked === 'string' || value.baked === null)
  );
}
