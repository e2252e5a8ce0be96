import { type Disposable, languages, type TextDocument, type Uri, workspace } from 'vscode';
import { globMatcher } from '../../server/src/glob.ts';
import {
  configNames,
  isManifestPath,
  longestGlob,
  mayHaveConfigs,
  mostGlobs,
  pathGlob,
  payloadPath,
  plainGlob,
  projectFileName,
} from '../../server/src/names.ts';
import { exists, isBelow, projectFilesAbove } from './project-files.ts';

/** The names that are always configs. */
export const configFilters = configNames.flatMap(filtersFor);

/** The scripts beside the config of AgentBaker. */
export const payloadFilter = { pattern: `**/${payloadPath}` };

/** These, and the project settings: all files with names of ours. */
export const namedFilters = [...configFilters, ...filtersFor(projectFileName), payloadFilter];

/**
 * No scheme, so that both sides of a diff and files of a pull request match. Git's file system may append `.git` to
 * the path of an old revision.
 */
function filtersFor(name: string) {
  return [{ pattern: `**/${name}` }, { pattern: `**/${name}.git` }];
}

/** Whether a document can have a config in a ConfigMap. Other YAML files cost a search for two words. */
export function isManifest(document: TextDocument): boolean {
  return isManifestPath(document.uri.path) && mayHaveConfigs(document.getText());
}

/** Decides which documents need the language server: by their paths, and by two words in manifests. */
export class Recognition {
  /** Whether a project file exists, by its URI. */
  private readonly projectFiles = new Map<string, Promise<boolean>>();

  /** Fires when more documents may count. */
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
    const isNamed = languages.match(namedFilters, document) > 0 || isNamedBySettings(document.uri);
    if (isNamed || isManifest(document)) return true;
    // A project file above it may name it. The server reads that.
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

/**
 * Whether the settings name a file. A glob with a slash is relative to the workspace folder of the setting. Globs can
 * come from a repository, so they are matched here: the editor's own matcher backtracks.
 */
function isNamedBySettings(uri: Uri): boolean {
  const path = uri.path.replace(/\.json\.git$/, '.json');
  const isNamed = (glob: string, below: string) => globMatcher(pathGlob(glob))(path.slice(below.length + 1));
  const everywhere = globs(null).filter((glob) => !glob.includes('/'));
  if (everywhere.some((glob) => isNamed(glob, ''))) return true;
  return (workspace.workspaceFolders ?? [])
    .map((folder) => folder.uri)
    .filter((folder) => isBelow(path, folder.path))
    .some((folder) => globs(folder).some((glob) => isNamed(glob, folder.path.replace(/\/$/, ''))));
}

function globs(scope: Uri | null): string[] {
  const files = workspace.getConfiguration('hotfixConfig', scope).get<unknown>('files');
  if (!Array.isArray(files) || files.length > mostGlobs) return [];
  return files.filter(
    (glob) => typeof glob === 'string' && glob.length <= longestGlob && plainGlob.test(glob),
  );
}
