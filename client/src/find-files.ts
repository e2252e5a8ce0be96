import {
  type CancellationToken,
  CancellationTokenSource,
  FileType,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';
import { globMatcher } from '../../server/src/glob.ts';

/** In milliseconds. A search may never end, because VS Code waits for a provider and follows circular links. */
const patience = 1000;
const longestWalk = 20_000;

/** Schemes whose search timed out. */
const silent = new Set<string>();

/** The files below a folder that match a glob, hidden ones included, with or without a search provider. */
export async function findFiles(
  folder: Uri,
  glob: string,
  cancellation?: CancellationToken,
): Promise<readonly Uri[]> {
  // The editor's search follows links. On a disk, our own search is used, which does not.
  if (folder.scheme === 'file' || silent.has(folder.scheme)) return walk(folder, glob, cancellation);
  const ending = new CancellationTokenSource();
  const searching = search(folder, glob, ending.token);
  void after(longestWalk).then(() => ending.cancel());
  cancellation?.onCancellationRequested(() => ending.cancel());
  const found = await Promise.race([searching, after(patience)]);
  if (found) return found;
  silent.add(folder.scheme);
  return Promise.race([searching, walk(folder, glob, cancellation)]);
}

async function search(folder: Uri, glob: string, token: CancellationToken): Promise<readonly Uri[]> {
  const found = await workspace.findFiles(new RelativePattern(folder, glob), null, undefined, token);
  // The provider was slow, or was registered later.
  if (!token.isCancellationRequested) silent.delete(folder.scheme);
  const isPassedOver = ({ path }: Uri) =>
    path
      .slice(folder.path.length)
      .split('/')
      .some((name) => passedOver.has(name));
  return found.filter((uri) => !isPassedOver(uri));
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// Each folder can be a request to a remote service, so the requests are limited. Folders near the top come first.
const mostAtOnce = 20;
const mostFolders = 1000;
const passedOver: ReadonlySet<string> = new Set(['.git', 'node_modules']);

async function walk(
  top: Uri,
  glob: string,
  cancellation: CancellationToken | undefined,
): Promise<readonly Uri[]> {
  const matches = globMatcher(glob);
  const end = Date.now() + longestWalk;
  const prefix = top.path.replace(/\/?$/, '/').length;
  const found: Uri[] = [];
  const folders = [top];
  const most = top.scheme === 'file' ? Infinity : mostFolders;
  let looked = 0;
  const isOver = () => Date.now() >= end || cancellation?.isCancellationRequested;
  while (looked < Math.min(most, folders.length) && !isOver()) {
    const next = folders.slice(looked, looked + mostAtOnce);
    looked += next.length;
    const entries = await Promise.all(next.map(list));
    for (const [uri, type] of entries.flat()) {
      if (type & FileType.File && matches(uri.path.slice(prefix))) found.push(uri);
      // Skips links to folders, which can be circular.
      if (type === FileType.Directory) folders.push(uri);
    }
  }
  return found;
}

async function list(folder: Uri): Promise<readonly (readonly [Uri, FileType])[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries
      .filter(([name]) => !passedOver.has(name))
      .map(([name, type]) => [Uri.joinPath(folder, name), type]);
  } catch {
    // The folder does not exist or cannot be read, so nothing is found.
    return [];
  }
}
