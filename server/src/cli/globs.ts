import { join, resolve } from 'node:path';
import { Globs, globProblem } from '../service/settings/names.ts';
import { kindOf } from './files.ts';
import { Listing, shown } from './listing.ts';
import type { Terminal } from './terminal.ts';

/**
 * Replaces each glob by the files that it matches: some shells do not. As in a shell, the name of an existing file and a glob
 * without a match stay.
 */
export async function withoutGlobs(paths: readonly string[], terminal: Terminal): Promise<string[]> {
  const expanded: string[] = [];
  for (const path of paths) {
    const isFile = kindOf(resolve(terminal.cwd, path)) !== 'nothing';
    const matching = isFile || !isGlob(path) ? [] : await filesMatching(path, terminal);
    expanded.push(...(matching.length > 0 ? matching : [path]));
  }
  return expanded;
}

const isGlob = (path: string) => /[*?[{]/.test(path);

async function filesMatching(glob: string, terminal: Terminal): Promise<string[]> {
  if (globProblem(glob) !== undefined) return [];
  const segments = (process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob).split('/');
  const first = segments.findIndex(isGlob);
  const root = resolve(
    terminal.cwd,
    segments
      .slice(0, first)
      .map((segment) => `${segment}/`)
      .join(''),
  );
  if (kindOf(root) !== 'folder') return [];
  // With a slash in front, a glob matches whole paths.
  const matcher = new Globs('', [`/${segments.slice(first).join('/')}`]);
  const files = await new Listing(root, terminal).files();
  return files
    .filter((file) => matcher.match(`/${file}`))
    .sort()
    .map((file) => shown(join(root, file), terminal));
}
