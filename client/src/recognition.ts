import {
  type Disposable,
  type DocumentFilter,
  languages,
  RelativePattern,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { configNames, pathGlob, projectFileName } from '../../server/src/protocol.ts';
import { exists, projectFilesAbove } from './project-files.ts';

/** The configs that are known by their names alone. */
export const configFilters = configNames.flatMap(filtersFor);

/** With the project settings, all files that are ours by their names. */
export const namedFilters = [...configFilters, ...filtersFor(projectFileName)];

/**
 * No scheme: either side of a diff counts, and a file of a pull request. Git's file system may append `.git` to the path of an old
 * revision.
 */
function filtersFor(name: string) {
  return [{ pattern: `**/${name}` }, { pattern: `**/${name}.git` }];
}

/** Tells which documents are worth a language server, by their paths alone. */
export class Recognition {
  /** Whether there is a project file, by its URI. */
  private readonly projectFiles = new Map<string, Promise<boolean>>();

  /** A document may count from now on that did not before. */
  onDidChange(listener: () => void): Disposable[] {
    const projectFiles = workspace.createFileSystemWatcher(`**/${projectFileName}`, false, true, true);
    return [
      projectFiles,
      projectFiles.onDidCreate(() => {
        this.projectFiles.clear();
        listener();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hotfixConfig.files')) listener();
      }),
    ];
  }

  async counts(document: TextDocument): Promise<boolean> {
    if (languages.match([...namedFilters, ...settingsFilters()], document) > 0) return true;
    // The project file above it may name it; whether it does is for the server to read.
    return languages.match(['json', 'jsonc'], document) > 0 && this.isInProject(document.uri);
  }

  private async isInProject(uri: Uri): Promise<boolean> {
    for (const file of projectFilesAbove(uri)) if (await this.isThere(file)) return true;
    return false;
  }

  private isThere(projectFile: Uri): Promise<boolean> {
    const key = projectFile.toString();
    const known = this.projectFiles.get(key) ?? exists(projectFile);
    this.projectFiles.set(key, known);
    return known;
  }
}

/** What the user's settings name; a glob with a slash is relative to the workspace folder that the setting holds for. */
function settingsFilters(): DocumentFilter[] {
  const everywhere = globs(null).filter((glob) => !glob.includes('/'));
  return [
    ...everywhere.map((glob) => ({ pattern: pathGlob(glob) })),
    ...(workspace.workspaceFolders ?? []).flatMap((folder) =>
      globs(folder.uri).map((glob) => ({ pattern: new RelativePattern(folder, pathGlob(glob)) })),
    ),
  ];
}

function globs(scope: Uri | null): string[] {
  const files = workspace.getConfiguration('hotfixConfig', scope).get<unknown>('files');
  if (!Array.isArray(files)) return [];
  return files.filter((glob) => typeof glob === 'string');
}
