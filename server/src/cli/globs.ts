import { join, resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { Globs, globProblem } from '../service/settings/names.ts';
import { kindOf } from './files.ts';
import { Listing, shown } from './listing.ts';
import { CannotWork, type Terminal, WrongUsage } from './terminal.ts';

/** Replaces each glob by the files that it matches: some shells do not. A file with such a name counts as itself. */
export async function withoutGlobs(paths: readonly string[], terminal: Terminal): Promise<string[]> {
  const expanded: string[] = [];
  for (const path of paths) {
    if (isGlob(path) && kindOf(resolve(terminal.cwd, path)) === 'nothing')
      expanded.push(...(await filesMatching(path, terminal)));
    else expanded.push(path);
  }
  return expanded;
}

const isGlob = (path: string) => /[*?[{]/.test(path);

async function filesMatching(glob: string, terminal: Terminal): Promise<string[]> {
  const problem = globProblem(glob);
  if (problem !== undefined) throw new WrongUsage(`invalid glob ${quote(glob)}: ${problem}`);
  const segments = (process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob).split('/');
  const first = segments.findIndex(isGlob);
  const root = resolve(
    terminal.cwd,
    segments
      .slice(0, first)
      .map((segment) => `${segment}/`)
      .join(''),
  );
  // With a slash in front, a glob matches whole paths.
  const matcher = new Globs('', [`/${segments.slice(first).join('/')}`]);
  const files = kindOf(root) === 'folder' ? await new Listing(root, terminal).files() : [];
  const matching = files.filter((file) => matcher.match(`/${file}`)).sort();
  if (matching.length === 0)
    throw new CannotWork(`cannot read ${quote(glob)}: no file matches`, 'check the glob');
  return matching.map((file) => shown(join(root, file), terminal));
}
