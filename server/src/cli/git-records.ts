import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FilesBefore, GitRecords, IsWanted, RevisionContent } from '../service/host.ts';
import { encodedPath } from '../service/uri.ts';
import { Blobs } from './blobs.ts';
import { defaultBranch } from './default-branch.ts';
import { git, line } from './git.ts';
import { whyNoAnswer } from './git-problems.ts';
import { hashOf, whatIsNext } from './git-revision.ts';
import { repositoryAbove, repositoryPathsOf } from './repositories.ts';

/** Asks git itself, with commands that only read. */
export const gitRecords: GitRecords = {
  async atRevision(folder, revision, path) {
    const root = rootOf(folder);
    if (root === undefined) return { problem: 'its folder is not in a git repository' };
    try {
      return await contentAt(root, revision, path);
    } catch (thrown) {
      if (thrown instanceof Error) return { problem: thrown.message };
      throw thrown;
    }
  },

  async tags(folder) {
    const root = rootOf(folder);
    if (root === undefined || !mayHaveTags(root)) return [];
    const tags = await git(root, 'for-each-ref', '--format=%(refname:strip=2)', 'refs/tags');
    return tags.ok ? line(tags).split('\n') : [];
  },

  async atHead(uri) {
    if (!uri.startsWith('file:')) return null;
    for (const { root, name } of repositoryPathsOf(fileURLToPath(uri))) {
      const blob = await git(root, 'cat-file', 'blob', `HEAD:${name}`);
      if (blob.ok) return blob.out;
    }
    return null;
  },

  async filesBefore(folder, isWanted) {
    const root = rootOf(folder);
    if (root === undefined) return [];
    try {
      const found: FilesBefore[] = [];
      for (const commit of await commitsBefore(root)) {
        const files = await filesAt(commit, folder, isWanted);
        if (!files) return [];
        found.push(files);
      }
      return found;
    } catch (thrown) {
      if (thrown instanceof Error) return [];
      throw thrown;
    }
  },
};

/** HEAD and its merge bases with the default branch; none if one of these is not known. */
async function commitsBefore(root: string): Promise<readonly string[]> {
  const head = await hashOf(root, 'HEAD^{commit}');
  if (head === undefined) return [];
  const bases = await git(root, 'merge-base', '--all', head, await defaultBranch(root));
  return bases.ok ? [...new Set([head, ...line(bases).split('\n')])] : [];
}

/** In the largest repositories a tenth of a second. */
const mostFiles = 5_000;

async function filesAt(commit: string, folder: string, isWanted: IsWanted): Promise<FilesBefore | undefined> {
  const path = fileURLToPath(folder);
  const listed = await git(path, 'ls-tree', '-r', '-z', commit);
  const wanted = [...listed.out.toString('utf8').matchAll(/ blob (\w+)\t([^\0]*)\0/g)].flatMap(
    ([, hash = '', name = '']) => {
      const uri = `${folder}/${encodedPath(name)}`;
      return isWanted(uri) ? [{ uri, hash }] : [];
    },
  );
  if (!listed.ok || wanted.length > mostFiles) return undefined;
  const files = new Map<string, Uint8Array>();
  const blobs = await Blobs.open(path);
  try {
    for (const { uri, hash } of wanted) {
      const content = await blobs.read(hash);
      if (isWanted(uri, content)) files.set(uri, content);
    }
  } finally {
    blobs.close();
  }
  return files;
}

async function contentAt(root: string, revision: string, path: string): Promise<RevisionContent> {
  const tree = await hashOf(root, `${revision}^{tree}`);
  if (tree === undefined) return { problem: `no such revision in git; ${await whatIsNext(root)}` };
  const where = path === '' ? [] : ['--', path];
  const found = await git(root, 'ls-tree', '-r', '-z', '--full-tree', '--name-only', tree, ...where);
  if (!found.ok) return { problem: whyNoAnswer(found).why };
  const files = found.out.toString('utf8').split('\0').slice(0, -1);
  if (files[0] !== path) return { files };
  const blob = await git(root, 'cat-file', 'blob', `${tree}:${path}`);
  return blob.ok ? { files, content: blob.out } : { problem: whyNoAnswer(blob).why };
}

function rootOf(folder: string): string | undefined {
  return folder.startsWith('file:') ? repositoryAbove(fileURLToPath(folder)) : undefined;
}

/** A look at the disk is faster than git, and most repositories of a test or an example have no tags. */
function mayHaveTags(root: string): boolean {
  const known = ['packed-refs', 'reftable'].some((name) => existsSync(join(root, '.git', name)));
  if (known) return true;
  try {
    return readdirSync(join(root, '.git/refs/tags')).length > 0;
  } catch {
    // A worktree has its references elsewhere.
    return true;
  }
}
