import {
  type CancellationToken,
  commands,
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  languages,
  type WebviewPanel,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import {
  type BaselineParams,
  baselineNotification,
  type CheckedFolder,
  gitNotification,
  type NotConfigParams,
  notConfigNotification,
  type StatusParams,
  statusNotification,
  syntaxDiagnosticsNotification,
} from '../../server/src/protocol.ts';
import { addHotfixes } from './add-hotfix.ts';
import { ChosenDocuments } from './chosen-documents.ts';
import { clientOptions, serverReportsSyntax } from './client-options.ts';
import { CoveragePreview } from './coverage/coverage.ts';
import { registerShowCoverage } from './coverage/show-command.ts';
import { EncodingReports } from './encoding-reports.ts';
import { answerFileRequests } from './file-requests.ts';
import { checkFolder } from './folder-check.ts';
import { HeadBaselines } from './git/head-baselines.ts';
import { answer, type Sources } from './language-model/answer.ts';
import type { ToolInput } from './language-model/tool-input.ts';
import { reportManifests } from './manifest-reports.ts';
import { reportMissedProjects } from './missed-projects.ts';
import { createConfig } from './new-config.ts';
import { NodeReports } from './node-reports.ts';
import { normalizeEntries } from './normalize.ts';
import { openInPlayground } from './open-in-playground.ts';
import type { RealUri } from './real-uri.ts';
import { payloadFilter } from './recognition.ts';
import { registerRuleActions } from './rule-actions.ts';
import { openSample } from './sample.ts';
import { registerSaveAsUtf8 } from './save-as-utf8.ts';
import type { IsLocked } from './saving.ts';
import { StatusItem } from './status-item.ts';
import { unawaited } from './unawaited.ts';

/** A client for the server in one kind of extension host, not started yet. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Everything that runs while hotfix configs are open: the client of the server, the status and the commands. */
export class Session {
  private readonly output: LogOutputChannel = window.createOutputChannel('Hotfix Config', { log: true });
  private readonly status = new StatusItem();
  private readonly coverage: CoveragePreview;
  private readonly nodeReports = new NodeReports();
  private client: BaseLanguageClient | undefined;
  private toModel: Sources | undefined;
  private attached: Disposable | undefined;
  private restarting: Promise<void> | undefined;

  constructor(
    context: ExtensionContext,
    private readonly createClient: CreateClient,
    private readonly realUri: RealUri,
    private readonly isLocked: IsLocked,
  ) {
    this.coverage = new CoveragePreview(context.extensionUri, () => this.client);
    const settings = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('json.validate.enable')) this.sendSyntaxDiagnostics();
    });
    context.subscriptions.push(
      this.output,
      this.status,
      this.coverage,
      this.nodeReports,
      settings,
      registerSaveAsUtf8(isLocked),
      registerShowCoverage(this.coverage),
      registerRuleActions(() => this.client),
    );
    void commands.executeCommand('setContext', 'hotfixConfig.started', true);
    void this.startServer();
  }

  get shownStatus() {
    return this.status.shown;
  }

  get onDidChangeStatus() {
    return this.status.onDidChange;
  }

  async stop(): Promise<void> {
    const { client, attached } = this;
    this.client = undefined;
    // A client that is starting or has failed cannot be stopped, but it does not start again either.
    await client?.dispose().catch(() => {});
    attached?.dispose();
  }

  restartServer(): Promise<void> {
    this.restarting ??= this.stop()
      .then(() => this.startServer())
      .finally(() => {
        this.restarting = undefined;
      });
    return this.restarting;
  }

  async normalizeEntries(): Promise<void> {
    if (this.client?.isRunning()) await normalizeEntries(this.client, this.isLocked);
    else void window.showInformationMessage(notRunning());
  }

  /** Checks all configs in a folder. Waits for a server that is starting. */
  async checkFolder(folder: WorkspaceFolder, token: CancellationToken): Promise<CheckedFolder> {
    if (!this.client) throw new Error(notRunning());
    return checkFolder(this.client, folder, token);
  }

  /** Describes what a config does, for a language model. Waits for a server that is starting. */
  async explainToModel(input: ToolInput, token: CancellationToken): Promise<string> {
    if (!this.client || !this.toModel) throw new Error('The language server is not running.');
    return answer(input, this.toModel, token);
  }

  showOutput(): void {
    this.output.show();
  }

  previewCoverage(): void {
    this.coverage.preview();
  }

  compareCoverage(): Promise<void> {
    return this.coverage.compare();
  }

  explainBaked(): Promise<void> {
    return this.coverage.explain();
  }

  explainNodes(): Promise<void> {
    return this.nodeReports.explain(this.client, this.coverage.likeliest);
  }

  addHotfix(): Promise<void> {
    return addHotfixes(this.client, this.coverage.likeliest);
  }

  /** Creates a config, and offers bases for it once the server knows it. */
  async newConfig(): Promise<void> {
    const uri = (await createConfig())?.toString();
    if (uri === undefined) return;
    await this.status.known(uri);
    await addHotfixes(this.client, uri);
  }

  openInPlayground(): Promise<void> {
    return openInPlayground(this.coverage.likeliest);
  }

  readonly openSample = openSample;

  restoreCoverage(panel: WebviewPanel): void {
    this.coverage.restore(panel);
  }

  /** If the server does not start, the status and the output say so. The command tries again. */
  private async startServer(): Promise<void> {
    const encodings = new EncodingReports(this.output);
    const heads = new HeadBaselines((params: BaselineParams) => {
      if (client.isRunning()) unawaited(this.output, client.sendNotification(baselineNotification, params));
    });
    const chosen = new ChosenDocuments();
    // They have no status by which the server tells that it knows them.
    const lookAtPayloads = () => {
      for (const document of client.isRunning() ? workspace.textDocuments : [])
        if (languages.match(payloadFilter, document) > 0) heads.opened(document.uri.toString());
    };
    const client = this.createClient(
      clientOptions(this.output, this.status, encodings, chosen, this.isLocked),
    );
    this.client = client;
    this.toModel = {
      client,
      realUri: this.realUri,
      documentsAreChosen: chosen.known,
      isConfig: (uri) => this.coverage.isConfig(uri),
      headIsKnown: (uri) => heads.known(uri),
    };
    this.attached = Disposable.from(
      heads,
      workspace.onDidOpenTextDocument(lookAtPayloads),
      workspace.onDidCloseTextDocument(({ uri }) => heads.closed(uri.toString())),
      encodings.follow(client),
      answerFileRequests(client, this.realUri),
      reportMissedProjects(client),
      reportManifests(client, this.output),
      client.onNotification(statusNotification, (status: StatusParams) => {
        this.status.set(status);
        heads.opened(status.uri);
        this.coverage.changed(status.uri);
      }),
      client.onNotification(notConfigNotification, ({ uri }: NotConfigParams) => this.status.forget(uri)),
      workspace.onDidGrantWorkspaceTrust(() => {
        if (client.isRunning())
          unawaited(this.output, client.sendNotification(gitNotification, { allowed: true }));
      }),
      client.onDidChangeState(({ newState }) => {
        this.status.setServer(newState);
        lookAtPayloads();
        if (newState === State.Stopped) this.coverage.stopped();
      }),
    );
    await client.start().catch(() => {});
  }

  private sendSyntaxDiagnostics(): void {
    if (!this.client?.isRunning()) return;
    const sent = this.client.sendNotification(syntaxDiagnosticsNotification, {
      enabled: serverReportsSyntax(),
    });
    unawaited(this.output, sent);
  }
}

function notRunning(): string {
  return 'The language server is not running. Restart it first.';
}
