// The language client brings it along.
import { minimatch } from 'minimatch';
import { FileType, RelativePattern, Uri, workspace } from 'vscode';

/** What VS Code searches by itself. Any other scheme needs an extension that provides its search. */
const searchedByItself: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** In milliseconds: a search that takes longer may never end, for VS Code waits until somebody provides one. */
const patience = 1000;

/** Schemes whose search let us wait in vain. */
const silent = new Set<string>();

/** The files below a folder that match a glob, also where nobody provides a search. */
export async function findFiles(folder: Uri, glob: string): Promise<readonly Uri[]> {
  if (silent.has(folder.scheme)) return walk(folder, glob);
  const searching = search(folder, glob);
  if (searchedByItself.has(folder.scheme)) return searching;
  const found = await Promise.race([searching, after(patience)]);
  if (found) return found;
  silent.add(folder.scheme);
  return Promise.race([searching, walk(folder, glob)]);
}

async function search(folder: Uri, glob: string): Promise<readonly Uri[]> {
  const found = await workspace.findFiles(new RelativePattern(folder, glob));
  // Slow the first time, or provided only now.
  silent.delete(folder.scheme);
  return found;
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// Each folder may be a request to a service far away: a few at once, and not without end. What is near the top comes first.
const mostAtOnce = 20;
const mostRounds = 50;
const passedOver: ReadonlySet<string> = new Set(['.git', 'node_modules']);

async function walk(top: Uri, glob: string): Promise<readonly Uri[]> {
  const matches = minimatch.filter(glob, { dot: true });
  const prefix = top.path.replace(/\/?$/, '/').length;
  const found: Uri[] = [];
  const folders = [top];
  for (let round = 0; folders.length > 0 && round < mostRounds; round++) {
    const entries = await Promise.all(folders.splice(0, mostAtOnce).map(list));
    for (const [uri, type] of entries.flat()) {
      if (type & FileType.File && matches(uri.path.slice(prefix))) found.push(uri);
      // Not a link to a folder, which may lead back.
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
    // No such folder, or none that may be read: nothing in it is found.
    return [];
  }
}
