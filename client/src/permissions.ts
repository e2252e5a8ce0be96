import { stat } from 'node:fs/promises';
import type { Uri } from 'vscode';

/** Tests the permission that the editor tests, even for root. */
export async function isLocked({ scheme, fsPath }: Pick<Uri, 'scheme' | 'fsPath'>): Promise<boolean> {
  try {
    return scheme === 'file' && ((await stat(fsPath)).mode & 0o200) === 0;
  } catch {
    return false;
  }
}
