import type { Shared } from './share.ts';

const key = 'hotfix-playground';

/** Keeps what somebody works on for when the tab is loaded again. It stays in this tab. */
export function remember(shared: Shared): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(shared));
  } catch {
    // No room, or not allowed: the tab forgets, which is all.
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
