import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EditorSettings } from './settings.ts';

/** The folders of one run of an editor: new settings, extensions and state. */
export interface Profile {
  readonly folder: string;
  readonly userData: string;
  readonly extensions: string;
  readonly serverData: string;
}

export async function createProfile(settings: EditorSettings): Promise<Profile> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'hotfix-config-')));
  const profile = {
    folder,
    userData: path.join(folder, 'user'),
    extensions: path.join(folder, 'extensions'),
    serverData: path.join(folder, 'server'),
  };
  await mkdir(path.join(profile.userData, 'User'), { recursive: true });
  await mkdir(profile.extensions);
  await mkdir(profile.serverData);
  await mkdir(path.join(folder, 'tmp'));
  await writeFile(path.join(profile.userData, 'User/settings.json'), JSON.stringify(settings, null, 2));
  return profile;
}

/** An editor that is ending may still write a last file, so this retries. */
export function removeProfile(profile: Profile): Promise<void> {
  return rm(profile.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
