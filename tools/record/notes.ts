import { isVersion, type Version } from '../../server/src/model/index.ts';
import type { Repository } from './repository.ts';
import { Unusable } from './unusable.ts';

/** The release notes of one image. */
export interface Note {
  readonly version: Version;
  /** The folders of its release notes, which name the image. */
  readonly image: string;
  /** The commit that it was built from. Some notes do not have it. */
  readonly commit: string | undefined;
  /** "ubuntu 22.04", "azurelinux/osguard 3.0"; undefined if the note has no os-release. */
  readonly system: string | undefined;
}

const folder = 'vhdbuilder/release-notes';
const notePath = /^vhdbuilder\/release-notes\/(.+)\/(\d{6}\.\d{2}\.\d+)\.txt$/;

/** All release notes of images that can read a hotfix config. Windows images use another version scheme. */
export async function notesIn(repository: Repository): Promise<Note[]> {
  const paths = await repository.lines('ls-tree', '-r', '--name-only', 'HEAD', '--', `${folder}/`);
  const found = paths.flatMap((path) => {
    const [, image = '', version = ''] = notePath.exec(path) ?? [];
    return isVersion(version) && !image.startsWith('AKSWindows') ? [{ path, image, version }] : [];
  });
  if (found.length === 0)
    throw new Unusable(
      `${JSON.stringify(repository.path)} has no release notes below ${folder}; check out a branch that has them.`,
    );
  const texts = await repository.texts(found.map(({ path }) => `HEAD:${path}`));
  return found.map(({ image, version }, i) => ({ image, version, ...facts(texts[i] ?? '') }));
}

function facts(text: string): Pick<Note, 'commit' | 'system'> {
  return { commit: /^Commit: ([0-9a-f]{7,64})\s*$/m.exec(text)?.[1], system: systemIn(text) };
}

function systemIn(text: string): string | undefined {
  const [, release = ''] = /^=== os-release Begin$([\s\S]*?)^=== os-release End$/m.exec(text) ?? [];
  const value = (name: string) =>
    new RegExp(`^${name}="?([^"\\s]*)"?\\s*$`, 'm').exec(release)?.[1]?.toLowerCase();
  const id = value('ID');
  if (!id) return undefined;
  const variant = value('VARIANT_ID');
  // Only these have a release that does not change with every image.
  const number = id === 'ubuntu' || (id === 'azurelinux' && !variant) ? value('VERSION_ID') : undefined;
  return [variant ? `${id}/${variant}` : id, ...(number ? [number] : [])].join(' ');
}
