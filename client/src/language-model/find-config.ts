import { languages, Uri, window, workspace } from 'vscode';
import { quote, quoteWhole } from '../../../server/src/model/quote.ts';
import { configNames } from '../../../server/src/names.ts';
import { findFiles } from '../find-files.ts';
import { exists } from '../project-files.ts';
import { configFilters } from '../recognition.ts';

/** Enough to choose from. */
const listed = 20;
/** The model sends a name back, so names are not cut. Longer names are left out. */
const longest = 260;

/** The file with a name. Without a name, the only candidate. Throws an error that lists the possible names. */
export async function findConfig(name: string | undefined, isConfig: (uri: string) => boolean): Promise<Uri> {
  if (name === undefined) return onlyConfig(isConfig);
  const uris = readings(name);
  for (const uri of uris) if (isOpen(uri) || (isInWorkspace(uri) && (await exists(uri)))) return uri;
  throw new Error(
    uris.length > 0 && !uris.some(isInWorkspace)
      ? `${quote(name)} is not in the workspace. Only open files and files of the workspace are read.`
      : `There is no file ${quote(name)} in the workspace. ${await choice()}`,
  );
}

/** The config in the active editor, otherwise a visible one, otherwise the only one in the workspace. */
async function onlyConfig(isConfig: (uri: string) => boolean): Promise<Uri> {
  const documents = [window.activeTextEditor, ...window.visibleTextEditors].flatMap(
    (editor) => editor?.document ?? [],
  );
  const seen = documents.find(
    (document) => isConfig(document.uri.toString()) || languages.match(configFilters, document) > 0,
  );
  if (seen) return seen.uri;
  const found = await configsOfWorkspace();
  const [first, second] = found;
  if (first && !second) return first;
  throw new Error(`Name a file. ${await choice()}`);
}

async function choice(): Promise<string> {
  const names = (await configsOfWorkspace()).map((uri) => workspace.asRelativePath(uri)).sort();
  if (names.length === 0) return 'The workspace has no hotfix config.';
  const shown = names.filter(({ length }) => length <= longest).slice(0, listed);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `The workspace has these hotfix configs: ${shown.map(quoteWhole).join(', ')}${more}.`;
}

async function configsOfWorkspace(): Promise<Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  const glob = `**/{${configNames.join(',')}}`;
  return (await Promise.all(folders.map(({ uri }) => findFiles(uri, glob)))).flat();
}

/** A name can be a URI, an absolute path or a path in a workspace folder. */
function readings(name: string): Uri[] {
  if (/^[a-z][a-z\d+.-]+:/i.test(name)) return [Uri.parse(name)];
  const folders = workspace.workspaceFolders ?? [];
  const isAbsolute = /^(?:[/\\]|[a-z]:[/\\])/i.test(name);
  if (!isAbsolute) return folders.map(({ uri }) => Uri.joinPath(uri, name));
  const { path } = Uri.file(name);
  // The workspace may be on another machine, or in a repository that is not cloned.
  return folders.length > 0 ? folders.map(({ uri }) => uri.with({ path })) : [Uri.file(name)];
}

export function isOpen(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

function isInWorkspace(uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri) !== undefined;
}
