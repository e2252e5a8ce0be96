import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { canMove } from '../../server/src/cli/can-move.mjs';
import { git } from './git.mjs';

/** Standard input, which is empty. For nodes a missing file is an empty config. */
const nothing = '-';

/** The changed configs, with the arguments of `diff` for both sides. */
export function changedConfigs(files, { baseline, commit, root }) {
  const nameOf = (file) => path.relative(root, path.resolve(file)).replaceAll(path.sep, '/');
  if (commit === undefined)
    return files.map((file) => ({
      file,
      what: 'compared',
      before: path.resolve(baseline),
      after: nameOf(file),
    }));
  const tree = treeOf(commit, root);
  const lost = new Set(files.filter((file) => !isFile(file)).map(nameOf));
  return files.flatMap((file) => {
    const name = nameOf(file);
    const from = tree.has(name) ? name : movedFrom(name, { tree, root, lost });
    const hash = tree.get(from);
    const before = from === undefined ? nothing : `${commit}:${from}`;
    if (!isFile(file)) return [{ file, what: 'deleted', before, after: nothing }];
    if (from !== undefined && from !== name) return [{ file, what: 'moved', from, before, after: name }];
    if (hash === undefined) return [{ file, what: 'new', before, after: name }];
    return isBlob(hash, readFileSync(file)) ? [] : [{ file, what: 'changed', before, after: name }];
  });
}

/** The commit that `check` compares with; undefined if the baseline is a file. */
export function comparedCommit(baseline, root) {
  if (/^(?:\.{0,2}|[A-Za-z]:)[/\\]/.test(baseline)) return undefined;
  const dots = baseline.indexOf('...');
  const from = dots < 0 ? baseline : baseline.slice(0, dots) || 'HEAD';
  const to = (dots < 0 ? '' : baseline.slice(dots + 3)) || 'HEAD';
  const commit = git(
    root,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${from}^{commit}`,
  )?.trim();
  if (commit === undefined) return undefined;
  const [base, ...others] = (git(root, 'merge-base', '--all', commit, to) ?? '').trim().split('\n');
  return base === '' || others.length > 0 ? commit : base;
}

/** The hashes of files by name. */
function treeOf(commit, root) {
  const lines = (git(root, 'ls-tree', '-r', '-z', '--full-tree', commit) ?? '').split('\0');
  return new Map(
    lines.flatMap((line) => {
      const [, hash, name] = /^100\d+ blob (\w+)\t(.*)$/s.exec(line) ?? [];
      return name === undefined ? [] : [[name, hash]];
    }),
  );
}

/** The only missing file that can have become this one. What `check` reports as lost has not moved. */
function movedFrom(name, { tree, root, lost }) {
  const isGone = (old) => !lost.has(old) && !existsSync(path.join(root, old));
  const gone = [...tree.keys()].filter((old) => canMove(old, name) && isGone(old));
  return gone.length === 1 ? gone[0] : undefined;
}

function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Computes git's hash of the content itself, because git would run filters configured in the repository. */
function isBlob(hash, content) {
  const algorithm = hash.length === 64 ? 'sha256' : 'sha1';
  return createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex') === hash;
}
