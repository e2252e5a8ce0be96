import type { WorkspaceFolder } from 'vscode-languageserver';
import type { BakedVersion, FleetRecord } from '../model/index.ts';
import { projectFileName } from '../names.ts';
import { agentBakerRecords } from '../service/catalogue/agentbaker-records.ts';
import { fromSetting } from '../service/catalogue/discovery.ts';
import type { AcceptedLoss, Levels } from '../service/findings/finding.ts';
import type { Host } from '../service/host.ts';
import { messageOf } from '../service/message-of.ts';
import { type ReadEditorSettings, readEditorSettings } from '../service/settings/editor-settings.ts';
import {
  Globs,
  isCertainPath,
  isConfigPath,
  isProjectFile,
  ManifestKeys,
} from '../service/settings/names.ts';
import type { FoundProject, ProjectLookup } from '../service/settings/project-lookup.ts';
import type { EditorSettings } from '../service/settings/settings.ts';
import { parentFolder, pathOf, plainUri } from '../service/uri.ts';
import type { CatalogueSources } from './catalogues.ts';
import type { EditorConfiguration } from './editor-configuration.ts';
import type { Folders } from './folders.ts';

/** The settings of a document. */
export interface DocumentSettings {
  readonly levels: Levels;
  readonly supportWindowMonths: number | undefined;
  readonly acceptedLosses: readonly AcceptedLoss[] | undefined;
  readonly sources: CatalogueSources;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  /** Whether the document is a hotfix config. */
  readonly isConfig: boolean;
  /** Whether it is a config regardless of its content. */
  readonly isCertain: boolean;
  /** The keys of configs, if the document is a manifest. */
  readonly manifestKeys: ManifestKeys;
  readonly project: FoundProject | undefined;
  /** Where the project file is or would be. */
  readonly projectUri: string;
  /** What is wrong with the editor settings. */
  readonly editorProblems: readonly string[];
}

/** Settings per document: the project file, then the editor. */
export class Settings {
  private readonly byUri = new Map<string, DocumentSettings | Promise<DocumentSettings>>();
  /** Called with the project file of a document. */
  onProject: (project: FoundProject) => void = () => {};

  constructor(
    /** Called with each problem that belongs to no file. */
    private readonly onProblem: (message: string) => void,
    private readonly projects: ProjectLookup,
    private readonly folders: Folders,
    private readonly configuration: EditorConfiguration,
    private readonly bundledRecord: Host['bundledRecord'],
  ) {}

  /** Reads ahead what the first document needs. */
  async prepare(): Promise<void> {
    const folders = this.folders.all.map(({ uri }) => plainUri(uri));
    await Promise.all([this.bundled(), ...folders.map((folder) => this.projects.above(folder))]);
  }

  /** Synchronous if known: a keystroke must not wait for a request. */
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

  /** The known project files of documents. */
  projectsOf(uris: readonly string[]): Set<string> {
    const known = uris.map((uri) => this.byUri.get(uri));
    return new Set(
      known.flatMap((settings) =>
        settings && 'project' in settings && settings.project ? [settings.project.uri] : [],
      ),
    );
  }

  /** For a file that may not be open. Not cached, because nothing would remove it from the cache. */
  async ofFile(uri: string): Promise<DocumentSettings> {
    return this.byUri.get(uri) ?? this.load(uri);
  }

  /** Call when editor settings have changed. */
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

  /** The project file at a URI. */
  async projectAt(uri: string): Promise<FoundProject | undefined> {
    const folder = parentFolder(uri);
    return folder === undefined ? undefined : this.projects.above(folder);
  }

  async editorSettings(scopeUri: string | undefined): Promise<EditorSettings> {
    return (await this.readEditorSettings(scopeUri)).settings;
  }

  /** Without it, findings and answers need less, and they say that versions are not known. */
  private async bundled(): Promise<FleetRecord | undefined> {
    try {
      return await this.bundledRecord?.();
    } catch (thrown) {
      const reason = messageOf(thrown);
      this.onProblem(`The bundled record of images cannot be read. Reinstall Hotfix Config. (${reason})`);
      return undefined;
    }
  }

  private async readEditorSettings(scopeUri: string | undefined): Promise<ReadEditorSettings> {
    const read = readEditorSettings(await this.configuration.of(scopeUri));
    for (const problem of read.problems) this.onProblem(problem);
    return read;
  }

  private async load(documentUri: string): Promise<DocumentSettings> {
    // A `git:` document of an old revision uses the settings of the working tree.
    const { owner, uri } = await this.folders.locate(documentUri);
    const folder = parentFolder(uri);
    const [{ settings: editor, problems: editorProblems }, project] = await Promise.all([
      this.readEditorSettings(uri),
      folder === undefined ? undefined : this.projects.above(folder),
    ]);
    if (project) this.onProject(project);
    const path = pathOf(uri);
    const globs = [
      new Globs(owner ? pathOf(owner.uri) : '', editor.files ?? []),
      new Globs(
        project ? pathOf(project.folder) : '',
        project?.settings.files ?? [],
        project?.settings.ignore,
      ),
    ];
    const isBundledOn = project?.settings.bundledRecord ?? editor.bundledRecord ?? true;
    return {
      levels: { ...editor.rules, ...project?.settings.rules },
      supportWindowMonths: project?.settings.supportWindowMonths,
      acceptedLosses: project?.settings.acceptedLosses,
      sources: {
        written: writtenIn(editor, project),
        records: recordsOf(editor, project, folder, owner),
        bundled: isBundledOn ? await this.bundled() : undefined,
      },
      inlayHints: editor.inlayHints !== false,
      codeLens: editor.codeLens !== false,
      isConfig: !isProjectFile(path) && isConfigPath(path, globs),
      isCertain: isCertainPath(path, globs),
      manifestKeys: new ManifestKeys(path, globs),
      project,
      projectUri: project?.uri ?? `${owner?.uri.replace(/\/$/, '') ?? folder ?? ''}/${projectFileName}`,
      editorProblems,
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

/** Paths in settings are relative to the settings. AgentBaker's layout can start in any folder above. */
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
    return { folder: workspace, paths: editor.bakedVersionsFrom, setting: 'hotfixConfig.bakedVersionsFrom' };
  return folder === undefined ? undefined : { folder, paths: agentBakerRecords, upTo: workspace };
}
