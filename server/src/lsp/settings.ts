import type { Connection, WorkspaceFolder } from 'vscode-languageserver';
import type { BakedVersion } from '../model/index.ts';
import { agentBakerRecords } from '../service/agentbaker-records.ts';
import { fromSetting } from '../service/discovery.ts';
import { readEditorSettings } from '../service/editor-settings.ts';
import type { Levels } from '../service/finding.ts';
import { Globs, isConfigPath, isProjectFile } from '../service/names.ts';
import type { FoundProject, ProjectLookup } from '../service/project-lookup.ts';
import { isRecord } from '../service/record.ts';
import type { EditorSettings } from '../service/settings.ts';
import { parentFolder, pathOf, placeIn } from '../service/uri.ts';
import type { CatalogueSources } from './catalogues.ts';

/** The settings that hold for one document. */
export interface DocumentSettings {
  readonly levels: Levels;
  readonly supportWindowMonths: number | undefined;
  readonly sources: CatalogueSources;
  readonly inlayHints: boolean;
  /** Whether the document is a hotfix config. */
  readonly isConfig: boolean;
  readonly project: FoundProject | undefined;
}

/** Settings per document, from the editor and the project file above it; the project file wins. */
export class Settings {
  /** What a client that cannot be asked has sent. */
  private sent: unknown;
  private readonly byUri = new Map<string, DocumentSettings | Promise<DocumentSettings>>();
  private readonly reported = new Set<string>();
  folders: readonly WorkspaceFolder[] = [];
  /** Called with each project file that is found for a document. */
  onProject: (project: FoundProject) => void = () => {};

  constructor(
    private readonly connection: Connection,
    private readonly projects: ProjectLookup,
    private readonly asksConfiguration: boolean,
  ) {}

  /** At once where they are known; a keystroke must not wait for a round trip. */
  of(uri: string): DocumentSettings | Promise<DocumentSettings> {
    const known = this.byUri.get(uri);
    if (known) return known;
    const loading = this.load(uri).then((settings) => {
      if (this.byUri.get(uri) === loading) this.byUri.set(uri, settings);
      return settings;
    });
    this.byUri.set(uri, loading);
    return loading;
  }

  /** The project files that are known to govern documents. */
  projectsOf(uris: readonly string[]): Set<string> {
    const known = uris.map((uri) => this.byUri.get(uri));
    return new Set(
      known.flatMap((settings) =>
        settings && 'project' in settings && settings.project ? [settings.project.uri] : [],
      ),
    );
  }

  /** For a file that need not be open: only of those that are, somebody tells when they are closed. */
  async ofFile(uri: string): Promise<DocumentSettings> {
    return this.byUri.get(uri) ?? this.load(uri);
  }

  /** `sent` holds those of all servers; a client that can be asked sends none. */
  changed(sent: unknown): void {
    if (isRecord(sent)) this.sent = sent['hotfixConfig'];
    this.byUri.clear();
  }

  projectsChanged(): void {
    this.projects.forget();
    this.byUri.clear();
  }

  closed(uri: string): void {
    this.byUri.delete(uri);
  }

  /** A project file by its own name. */
  async projectAt(uri: string): Promise<FoundProject | undefined> {
    const folder = parentFolder(uri);
    return folder === undefined ? undefined : this.projects.above(folder);
  }

  async editorSettings(scopeUri: string | undefined): Promise<EditorSettings> {
    const value = this.asksConfiguration ? await this.asked(scopeUri) : this.sent;
    const { settings, problems } = readEditorSettings(value);
    for (const problem of problems) if (!this.reported.has(problem)) this.connection.console.warn(problem);
    for (const problem of problems) this.reported.add(problem);
    return settings;
  }

  /** A client that does not tell its settings has none. */
  private async asked(scopeUri: string | undefined): Promise<unknown> {
    try {
      const section = 'hotfixConfig';
      return await this.connection.workspace.getConfiguration({ section, ...(scopeUri && { scopeUri }) });
    } catch (error) {
      this.connection.console.error(
        `The defaults hold: the client does not tell its settings: ${String(error)}`,
      );
      return undefined;
    }
  }

  private async load(uri: string): Promise<DocumentSettings> {
    const owner = this.folderOf(uri);
    // An old revision in `git:` has the settings and the project file of the working tree.
    const place = placeIn(owner?.uri, uri);
    const folder = parentFolder(place);
    const [editor, project] = await Promise.all([
      this.editorSettings(place),
      folder === undefined ? undefined : this.projects.above(folder),
    ]);
    if (project) this.onProject(project);
    const path = pathOf(uri);
    const globs = [
      new Globs(owner ? pathOf(owner.uri) : '', editor.files ?? []),
      new Globs(project ? pathOf(project.folder) : '', project?.settings.files ?? []),
    ];
    return {
      levels: { ...editor.rules, ...project?.settings.rules },
      supportWindowMonths: project?.settings.supportWindowMonths,
      sources: { written: writtenIn(editor, project), records: recordsOf(editor, project, owner) },
      inlayHints: editor.inlayHints !== false,
      isConfig: !isProjectFile(path) && isConfigPath(path, globs),
      project,
    };
  }

  private folderOf(uri: string): WorkspaceFolder | undefined {
    const path = pathOf(uri);
    return this.folders
      .filter((folder) => path.startsWith(`${pathOf(folder.uri).replace(/\/$/, '')}/`))
      .toSorted((a, b) => b.uri.length - a.uri.length)[0];
  }
}

function writtenIn(editor: EditorSettings, project: FoundProject | undefined): BakedVersion[] {
  const inEditor = (editor.bakedVersions ?? []).flatMap((baked) => fromSetting(baked, []));
  const inProject = (project?.settings.bakedVersions ?? []).flatMap((baked) =>
    fromSetting(baked, project ? [project.uri] : []),
  );
  return [...inEditor, ...inProject];
}

/** What a project file says is relative to it, all else to the workspace folder. */
function recordsOf(
  editor: EditorSettings,
  project: FoundProject | undefined,
  owner: WorkspaceFolder | undefined,
): CatalogueSources['records'] {
  const paths = project?.settings.bakedVersionsFrom;
  if (project && paths) return { root: project.folder, paths };
  return (
    owner && { root: owner.uri.replace(/\/$/, ''), paths: editor.bakedVersionsFrom ?? agentBakerRecords }
  );
}
