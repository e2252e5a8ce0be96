import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Commit, History } from './history.ts';
import { filesOf, type State } from './state.ts';

const branchOf = ({ seed }: History, { id }: Commit) => `history-${seed}/${id}`;

/** Commits all histories to one repository, in one process. */
export function makeRepository(folder: string, histories: readonly History[]): void {
  execFileSync('git', ['init', '--quiet', '--initial-branch=none', folder]);
  const input = histories.flatMap((history) => history.commits.map((commit) => imported(history, commit)));
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: `${input.join('')}done\n` });
}

/** A branch for each commit, so that every commit has a name. */
function imported(history: History, commit: Commit): string {
  const [first, ...others] = commit.parents.map((parent) => `refs/heads/${branchOf(history, parent)}`);
  const files = [...filesOf(commit.state)];
  return [
    `commit refs/heads/${branchOf(history, commit)}\n`,
    `committer Test <test@localhost> ${1_780_000_000 + commit.id} +0000\n`,
    data(commit.made),
    ...(first === undefined ? [] : [`from ${first}\n`]),
    ...others.map((parent) => `merge ${parent}\n`),
    'deleteall\n',
    ...files.map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
    '\n',
  ].join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Switches to the end of a history. Returns the branch to compare with. */
export function checkOut(folder: string, history: History, before: readonly string[]): string {
  writeFileSync(join(folder, '.git/HEAD'), `ref: refs/heads/${branchOf(history, history.head)}\n`);
  for (const path of before) rmSync(join(folder, path), { force: true });
  writeFiles(folder, history.workTree);
  return branchOf(history, history.base);
}

function writeFiles(folder: string, state: State): void {
  for (const [path, text] of filesOf(state)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
