import type { Connection, WorkspaceFolder } from 'vscode-languageserver';
import type { BakedVersion } from '../model/index.ts';
import { agentBakerRecords } from '../service/catalogue/agentbaker-records.ts';
import { fromSetting } from '../service/catalogue/discovery.ts';
import type { Levels } from '../service/findings/finding.ts';
import type { Host } from '../service/host.ts';
import { readEditorSettings } from '../service/settings/editor-settings.ts';
import { Globs, isCertainPath, isConfigPath, isProjectFile } from '../service/settings/names.ts';
import type { FoundProject, ProjectLookup } from '../service/settings/project-lookup.ts';
import type { EditorSettings } from '../service/settings/settings.ts';
import { parentFolder, pathOf } from '../service/uri.ts';
import type { CatalogueSources } from './catalogues.ts';
import type { EditorConfiguration } from './editor-configuration.ts';
import type { Folders } from './folders.ts';

/** The settings that hold for one document. */
export interface DocumentSettings {
  readonly levels: Levels;
  readonly supportWindowMonths: number | undefined;
  readonly sources: CatalogueSources;
  readonly inlayHints: boolean;
  /** Whether the document is a hotfix config. */
  readonly isConfig: boolean;
  /** Whether it is one whatever is in it. */
  readonly isCertain: boolean;
  readonly project: FoundProject | undefined;
}

/** Settings per document, from the editor and the project file above it; the project file wins. */
export class Settings {
  private readonly byUri = new Map<string, DocumentSettings | Promise<DocumentSettings>>();
  private readonly reported = new Set<string>();
  /** Called with each project file that is found for a document. */
  onProject: (project: FoundProject) => void = () => {};

  constructor(
    private readonly connection: Connection,
    private readonly projects: ProjectLookup,
    private readonly folders: Folders,
    private readonly configuration: EditorConfiguration,
    private readonly bundledRecord: Host['bundledRecord'],
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

  /** Those of the editor have changed. */
  forget(): void {
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
    const { settings, problems } = readEditorSettings(await this.configuration.of(scopeUri));
    for (const problem of problems) if (!this.reported.has(problem)) this.connection.console.warn(problem);
    for (const problem of problems) this.reported.add(problem);
    return settings;
  }

  private async load(uri: string): Promise<DocumentSettings> {
    // An old revision in `git:` has the settings and the project file of the working tree.
    const { owner, place } = await this.folders.locate(uri);
    const folder = parentFolder(place);
    const [editor, project] = await Promise.all([
      this.editorSettings(place),
      folder === undefined ? undefined : this.projects.above(folder),
    ]);
    if (project) this.onProject(project);
    const path = pathOf(place);
    const globs = [
      new Globs(owner ? pathOf(owner.uri) : '', editor.files ?? []),
      new Globs(project ? pathOf(project.folder) : '', project?.settings.files ?? []),
    ];
    const isBundledOn = project?.settings.bundledRecord ?? editor.bundledRecord ?? true;
    return {
      levels: { ...editor.rules, ...project?.settings.rules },
      supportWindowMonths: project?.settings.supportWindowMonths,
      sources: {
        written: writtenIn(editor, project),
        records: recordsOf(editor, project, folder, owner),
        bundled: isBundledOn ? await this.bundledRecord?.() : undefined,
      },
      inlayHints: editor.inlayHints !== false,
      isConfig: !isProjectFile(path) && isConfigPath(path, globs),
      isCertain: isCertainPath(path, globs),
      project,
    };
  }
}

function writtenIn(editor: EditorSettings, project: FoundProject | undefined): BakedVersion[] {
  const inEditor = (editor.bakedVersions ?? []).flatMap((baked) => fromSetting(baked, []));
  const inProject = (project?.settings.bakedVersions ?? []).flatMap((baked) =>
    fromSetting(baked, project ? [project.uri] : []),
  );
  return [...inEditor, ...inProject];
}

/** What settings name is relative to where they are; AgentBaker's own layout may begin in any folder above. */
function recordsOf(
  editor: EditorSettings,
  project: FoundProject | undefined,
  folder: string | undefined,
  owner: WorkspaceFolder | undefined,
): CatalogueSources['records'] {
  const paths = project?.settings.bakedVersionsFrom;
  if (project && paths) return { folder: project.folder, paths };
  const workspace = owner?.uri.replace(/\/$/, '');
  if (workspace !== undefined && editor.bakedVersionsFrom)
    return { folder: workspace, paths: editor.bakedVersionsFrom };
  return folder === undefined ? undefined : { folder, paths: agentBakerRecords, upTo: workspace };
}
