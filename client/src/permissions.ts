import { stat } from 'node:fs/promises';
import type { Uri } from 'vscode';

/** By the permission that the editor goes by, also where root may write all the same. */
export async function isLocked({ scheme, fsPath }: Pick<Uri, 'scheme' | 'fsPath'>): Promise<boolean> {
  try {
    return scheme === 'file' && ((await stat(fsPath)).mode & 0o200) === 0;
  } catch {
    return false;
  }
}
