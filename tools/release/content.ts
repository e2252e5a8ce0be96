import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { root } from '../build/bundle.ts';
import { readVsix, vsixPath } from '../build/vsix.ts';

/** The files that a step publishes, and their total size. */
export interface Content {
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** In bytes, as uploaded. */
  readonly packed: number;
}

export async function extensionContent(): Promise<Content> {
  const files = await readVsix(vsixPath());
  return {
    files: files.map(({ path, packed }) => ({ path, size: packed })),
    packed: statSync(vsixPath()).size,
  };
}

export function serverContent(): Content {
  const printed = execFileSync('npm', ['pack', './server', '--dry-run', '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [packed]: { files: Content['files']; size: number }[] = JSON.parse(printed);
  if (!packed) throw new Error('"npm pack" says nothing about the package of the server.');
  return { files: packed.files, packed: packed.size };
}
