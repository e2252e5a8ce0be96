import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { otherHalf } from '../names.ts';
import {
  type GitParams,
  gitNotification,
  type ManifestParams,
  manifestNotification,
  type SyntaxDiagnosticsParams,
  syntaxDiagnosticsNotification,
} from '../protocol.ts';
import { messageOf } from '../service/message-of.ts';
import { isRecord } from '../service/record.ts';
import { isProjectFile } from '../service/settings/names.ts';
import { ProjectLookup } from '../service/settings/project-lookup.ts';
import { isUri, pathOf } from '../service/uri.ts';
import { Answers } from './answers.ts';
import { Baselines } from './baselines.ts';
import { answerCandidates } from './candidates.ts';
import { readInitializationOptions, resolveCapabilities, serverCapabilities } from './capabilities.ts';
import { Catalogues } from './catalogues.ts';
import { Checker } from './checker.ts';
import { ClientFiles } from './client-files.ts';
import { CodeActions } from './code-actions.ts';
import { DiagnosticConverter } from './convert.ts';
import { Diagnostics } from './diagnostics.ts';
import { DocumentSelection } from './document-selection.ts';
import { Documents } from './documents.ts';
import { EditorConfiguration } from './editor-configuration.ts';
import { FolderCheck } from './folder-check.ts';
import { Folders, foldersOf } from './folders.ts';
import { Manifests } from './manifests.ts';
import { Navigation } from './navigation.ts';
import { openProjects } from './open-projects.ts';
import { OtherHalves } from './other-halves.ts';
import { answerOwnRequests } from './own-requests.ts';
import type { Platform } from './platform.ts';
import { ProjectProblems } from './project-problems.ts';
import { refreshes } from './refresh.ts';
import { rulePages } from './rule-pages.ts';
import { SettingProblems } from './setting-problems.ts';
import { Settings } from './settings.ts';
import { StatusReports } from './status-reports.ts';
import { unawaited } from './unawaited.ts';
import { UnusedLosses } from './unused-losses.ts';
import { warmUp } from './warm-up.ts';
import { changedUris, watchFiles } from './watch-files.ts';

/** Starts the server on a connection that reads through `protocolGate`. */
export function startServer(connection: Connection, platform: Platform): void {
  connection.onInitialize((params) => {
    const started = new Server(connection, platform, params);
    connection.onInitialized(() => started.initialized());
    unawaited(connection, warmUp());
    return started.result;
  });
  connection.listen();
}

class Server {
  readonly result: InitializeResult;
  private readonly capabilities;
  private readonly options;
  private readonly documents;
  private readonly baselines;
  private readonly clientFiles;
  private readonly folders;
  private readonly configuration;
  private readonly settingProblems;
  private readonly settings;
  private readonly catalogues;
  private readonly otherHalves;
  private readonly checker;
  private readonly diagnostics;
  private readonly refresh;
  private readonly selection;
  private readonly status;
  private readonly problems;
  private readonly lookAtOpenProjects;
  private readonly unusedLosses;
  private mayAskGit: boolean;

  constructor(
    private readonly connection: Connection,
    platform: Platform,
    params: InitializeParams,
  ) {
    this.options = readInitializationOptions(params.initializationOptions);
    this.capabilities = resolveCapabilities(params.capabilities, this.options);
    this.documents = new Documents(this.capabilities.registersDocuments);
    this.clientFiles = this.options.clientFiles
      ? new ClientFiles(connection, platform.checkedFiles && platform)
      : undefined;
    const host = this.clientFiles ?? platform;
    const git = () => (this.mayAskGit ? platform.git : undefined);
    const refresh = () => this.refresh();
    this.configuration = new EditorConfiguration(connection, this.capabilities.asksConfiguration, () =>
      this.settingsChanged(),
    );
    this.folders = new Folders(foldersOf(params), host);
    this.settingProblems = new SettingProblems(connection, this.options.status);
    this.settings = new Settings(
      (problem) => this.settingProblems.report(problem),
      new ProjectLookup(host, platform),
      this.folders,
      this.configuration,
      platform.bundledRecord,
    );
    this.mayAskGit = this.options.git;
    this.baselines = new Baselines(
      () => (this.options.baselines ? undefined : git()),
      () => {
        // HEAD has moved.
        this.unusedLosses.expire();
        void this.refresh();
      },
    );
    this.catalogues = new Catalogues(
      connection,
      host,
      (found) => {
        if (found.setting === undefined) this.problems.looked(found.folder, found.problems);
        this.settingProblems.reportRecords(found);
        void this.refresh();
      },
      git,
      refresh,
    );
    this.otherHalves = new OtherHalves(this.documents, host, refresh);
    const manifests = new Manifests(
      () => platform.manifestReader(this.options.manifestReader),
      (error) => connection.console.error(`Manifests are not checked: ${messageOf(error)}`),
    );
    this.checker = new Checker(
      this.documents,
      this.settings,
      this.catalogues,
      this.baselines,
      this.otherHalves,
      manifests,
      platform.today,
    );
    this.checker.syntaxDiagnostics = this.options.syntaxDiagnostics;
    const pages = rulePages(this.options.rulePages, platform.rulePages);
    const converter = new DiagnosticConverter(this.capabilities, pages);
    this.problems = new ProjectProblems(connection, this.documents);
    this.status = this.options.status ? new StatusReports(connection, this.catalogues) : undefined;
    this.unusedLosses = new UnusedLosses(
      git,
      this.documents,
      host,
      this.settings,
      this.catalogues,
      platform.today,
      this.capabilities.unnecessaryTag,
      refresh,
    );
    this.diagnostics = new Diagnostics(
      connection,
      this.documents,
      this.checker,
      converter,
      this.capabilities,
      this.problems,
      this.unusedLosses,
      ({ uri }, checked) => this.status?.send(uri, checked),
    );
    this.refresh = refreshes(connection, this.diagnostics, this.capabilities);
    this.selection = this.capabilities.registersDocuments
      ? new DocumentSelection(connection, this.capabilities, this.settings, this.folders, this.clientFiles)
      : undefined;
    this.lookAtOpenProjects = openProjects(this.documents, this.settings, this.catalogues);
    this.settings.onProject = (project) => this.problems.found(project);
    const openText = (uri: string) => this.documents.texts.get(uri);
    new CodeActions(this.checker, converter, this.capabilities, openText).listen(connection);
    const { name, version, checkedFiles, today } = platform;
    const configs = new FolderCheck(host, checkedFiles, this.settings, this.catalogues, manifests, today);
    configs.listen(connection);
    answerOwnRequests(connection, this.checker);
    answerCandidates(connection, this.checker, this.capabilities);
    new Answers(this.checker, this.capabilities, pages, openText).listen(connection);
    new Navigation(this.checker, this.capabilities, this.folders, configs, host).listen(connection);
    this.listen();
    this.result = { capabilities: serverCapabilities(this.capabilities), serverInfo: { name, version } };
  }

  async initialized(): Promise<void> {
    const { connection, capabilities } = this;
    if (capabilities.changesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event: unknown) => {
        const { added, removed } = isRecord(event) ? event : {};
        this.folders.change(added, removed);
        this.selection?.foldersChanged();
        this.projectsChanged();
      });
    }
    if (capabilities.registersConfigurationChange) unawaited(connection, this.configuration.follow());
    unawaited(connection, this.settings.prepare());
    if (capabilities.registersFileWatching) unawaited(connection, watchFiles(connection));
    await this.selection?.update();
  }

  private listen(): void {
    const { connection, documents } = this;
    this.diagnostics.listen();
    documents.texts.onDidOpen(({ document }) => {
      this.problems.clear(document.uri);
      if (isProjectFile(pathOf(document.uri))) void this.lookAtOpenProjects();
    });
    documents.texts.onDidClose(({ document }) => {
      this.status?.closed(document.uri);
      this.forget(document.uri);
      if (isProjectFile(pathOf(document.uri))) this.projectsChanged();
      const open = documents.texts.all().map(({ uri }) => uri);
      this.problems.keepOnly(this.settings.projectsOf(open));
    });
    // The findings of one half depend on the text of the other.
    documents.texts.onDidChangeContent(({ document: { uri } }) => {
      if (this.otherHalves.isOtherOpen(uri)) void this.refresh();
    });
    documents.listen(connection, () => this.refresh());
    this.baselines.listen(connection);
    documents.texts.onDidSave(({ document: { uri } }) => {
      this.baselines.expire();
      this.unusedLosses.expire();
      // Clients watch only the files of their folders.
      if (this.capabilities.registersFileWatching) this.filesChanged([{ uri }]);
      else this.lookAgain();
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      this.configuration.changed(settings);
      this.settingsChanged();
    });
    connection.onDidChangeWatchedFiles((event: unknown) =>
      this.filesChanged(isRecord(event) ? event['changes'] : []),
    );
    connection.onNotification(manifestNotification, ({ uri }: ManifestParams) => {
      if (isUri(uri)) this.selection?.addManifest(uri);
    });
    connection.onNotification(syntaxDiagnosticsNotification, ({ enabled }: SyntaxDiagnosticsParams) => {
      this.checker.syntaxDiagnostics = enabled;
      this.refresh();
    });
    connection.onNotification(gitNotification, ({ allowed }: GitParams) => {
      this.mayAskGit = allowed;
      this.baselines.expire();
      this.unusedLosses.expire();
      this.lookAgain();
    });
  }

  /** Most events are about unrelated files. */
  private filesChanged(changes: unknown): void {
    const uris = changedUris(changes);
    const projects = uris.filter((uri) => isProjectFile(pathOf(uri)));
    this.selection?.add(projects);
    if (projects.length > 0 || uris.some((uri) => this.catalogues.concern(uri))) this.lookAgain();
    else if (uris.some((uri) => this.otherHalves.concern(uri))) this.lookAtOtherHalves();
  }

  private lookAtOtherHalves(): void {
    this.otherHalves.expire();
    void this.refresh();
  }

  /** Both halves are kept while one is open. */
  private forget(uri: string): void {
    const isOtherOpen = this.otherHalves.isOtherOpen(uri);
    if (isOtherOpen) this.lookAtOtherHalves();
    this.unusedLosses.forget(uri);
    for (const half of isOtherOpen ? [] : [uri, otherHalf(uri) ?? uri]) {
      this.settings.closed(half);
      this.baselines.forget(half);
      this.otherHalves.forget(half);
    }
  }

  private lookAgain(): void {
    this.catalogues.forget();
    this.otherHalves.expire();
    this.projectsChanged();
  }

  private settingsChanged(): void {
    this.settings.forget();
    this.recheck();
  }

  private projectsChanged(): void {
    this.problems.clearAll();
    this.settings.projectsChanged();
    void this.lookAtOpenProjects();
    this.recheck();
  }

  private recheck(): void {
    void this.refresh();
    void this.selection?.update();
  }
}
