import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { git } from './git.mjs';

/** What the command line reads from standard input, which is empty, and an empty config is what no file is to a node. */
const nothing = '-';

/**
 * The configs that are not what they were, with what `diff` takes for either side. A baseline is a file where there is
 * one of that name, else a revision, as for `check`.
 */
export function changedConfigs(files, baseline) {
  if (existsSync(baseline) && statSync(baseline).isFile())
    return files.map((file) => ({ file, what: 'compared', before: baseline, after: file }));
  const prefix = git('rev-parse', '--show-prefix')?.trimEnd() ?? '';
  const changes = changesSince(baseline);
  const tracked = new Set(split(git('ls-files', '-z', '--full-name')));
  return files.flatMap((file) => {
    const name = path.posix.normalize(prefix + file);
    const after = existsSync(file) ? file : nothing;
    const change = changes.get(name) ?? (tracked.has(name) ? undefined : { what: 'new' });
    if (!change) return [];
    const before = change.what === 'new' ? nothing : `${baseline}:${change.from ?? name}`;
    return [{ file, ...change, before, after }];
  });
}

/** By the name from the root of the repository: what happened to a file between a revision and the working tree. */
function changesSince(revision) {
  const plain = ['--no-ext-diff', '--no-textconv'];
  const parts = split(git('diff', ...plain, '--name-status', '-z', '--find-renames', revision, '--'));
  const changes = new Map();
  while (parts.length > 0) {
    const [letter, name] = parts.splice(0, 2);
    if (letter.startsWith('R')) changes.set(parts.shift(), { what: 'renamed', from: name });
    else if (letter === 'A') changes.set(name, { what: 'new' });
    else if (letter === 'D') changes.set(name, { what: 'deleted' });
    else changes.set(name, { what: 'changed' });
  }
  return changes;
}

function split(output = '') {
  return output.split('\0').filter((part) => part !== '');
}
