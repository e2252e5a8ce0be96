import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  UnregistrationRequest,
} from 'vscode-languageserver-protocol/node';
import { globMatcher } from '../../server/src/glob.ts';
import type { Platform } from '../../server/src/lsp/platform.ts';
import { protocolGate } from '../../server/src/lsp/protocol-gate.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import {
  type FindFilesParams,
  findFilesRequest,
  notConfigNotification,
  readFileRequest,
  statusNotification,
} from '../../server/src/protocol.ts';
import { loadManifestReader } from '../../server/src/service/manifest/reader.ts';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** More parameters about the folders that it has opened. */
  readonly roots?: Pick<InitializeParams, 'rootUri' | 'rootPath' | 'workspaceFolders'>;
  /** What the server's own machine has in addition to files. */
  readonly machine?: Partial<Platform>;
  /** Files by URI, in the editor's file system or in the server's own. */
  readonly files?: Map<string, string>;
  readonly today?: string;
  /** What the editor waits for before it returns the result of a search. */
  readonly searched?: () => Promise<void>;
  /** What the editor waits for before it answers a refresh. */
  readonly refreshed?: () => Promise<void>;
  /** The editor's settings under `hotfixConfig` for a resource. */
  readonly settings?: (scopeUri: string | undefined) => unknown;
}

export const pulling: ClientCapabilities = {
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1] }, codeDescriptionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

export const pushing: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

/** A small editor: it exchanges messages with its own server and records them. */
export class TestClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registered: { method: string; options: unknown }[] = [];
  /** What was registered (`+`) and unregistered (`-`), in this order. */
  readonly registrations: string[] = [];
  readonly notifications: { method: string; params: unknown }[] = [];
  refreshes = 0;
  hintRefreshes = 0;
  lensRefreshes = 0;
  searches = 0;
  result!: InitializeResult;
  private readonly waiting: { met: () => boolean; resolve: () => void }[] = [];
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly connection: ProtocolConnection,
    private readonly options: ClientOptions,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const files = options.files ?? new Map<string, string>();
    const writer = new StreamMessageWriter(down);
    startServer(createConnection(protocolGate(new StreamMessageReader(up), writer), writer), {
      name: 'hotfix-language-server',
      version: '0.0.0',
      rulePages: 'file:///pages/',
      today: () => options.today ?? '2026-07-01',
      readFile: async (uri) => bytesOf(files.get(uri)),
      findFiles: async (folder, glob) => filesIn(files, folder, glob),
      manifestReader: loadManifestReader,
      ...options.machine,
    });
    const reader = new StreamMessageReader(down);
    const client = new TestClient(createProtocolConnection(reader, new StreamMessageWriter(up)), options);
    await client.initialize();
    return client;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  private async initialize(): Promise<void> {
    const { connection, options } = this;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) =>
      this.note(this.published, params),
    );
    for (const method of [
      statusNotification,
      notConfigNotification,
      LogMessageNotification.method,
      ShowMessageNotification.method,
    ]) {
      connection.onNotification(method, (params: unknown) =>
        this.note(this.notifications, { method, params }),
      );
    }
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      Promise.all(items.map(async ({ scopeUri }) => (await options.settings?.(scopeUri)) ?? null)),
    );
    connection.onRequest(DiagnosticRefreshRequest.type, async () => {
      this.refreshes++;
      this.settle();
      await options.refreshed?.();
    });
    connection.onRequest(InlayHintRefreshRequest.type, () => {
      this.hintRefreshes++;
      this.settle();
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => {
      this.lensRefreshes++;
      this.settle();
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method, registerOptions } of registrations) {
        this.registrations.push(`+ ${method}`);
        this.note(this.registered, { method, options: registerOptions });
      }
    });
    connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { method } of unregisterations) this.note(this.registrations, `- ${method}`);
    });
    connection.onRequest(readFileRequest, ({ uri }: { uri: string }) => {
      const text = options.files?.get(uri);
      return text === undefined ? null : Buffer.from(text).toString('base64');
    });
    connection.onRequest(findFilesRequest, async ({ folder, glob }: FindFilesParams) => {
      this.searches++;
      const found = filesIn(options.files ?? new Map(), folder, glob);
      this.settle();
      await options.searched?.();
      return found;
    });
    connection.listen();
    this.result = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? pulling,
      initializationOptions: options.initializationOptions,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
      ...options.roots,
    });
    await connection.sendNotification(InitializedNotification.type, {});
  }

  open(uri: string, text: string, languageId = 'json'): Promise<void> {
    this.versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const textDocument = { uri, version };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  changeSettings(settings: unknown): Promise<void> {
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  changeFile(uri: string): Promise<void> {
    const changes = [{ uri, type: FileChangeType.Changed }];
    return this.connection.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items : [];
  }

  async rulesAt(uri: string): Promise<unknown[]> {
    return (await this.pull(uri)).map(({ code }) => code);
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only && { only }) };
    const found = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
    return (found ?? []).filter((action): action is CodeAction => 'kind' in action);
  }

  async lenses(uri: string): Promise<CodeLens[]> {
    return (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  /** The options of the last registration for a method. */
  registration<Options>(method: string): Options {
    const found = this.registered.findLast((registration) => registration.method === method);
    if (!found) throw new Error(`The server did not register for ${method}`);
    return found.options as Options;
  }

  /** Resolves as soon as a message makes the condition true. The only limit is that of the test. */
  until(met: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ met, resolve });
      this.settle();
    });
  }

  private note<T>(list: T[], item: T): void {
    list.push(item);
    this.settle();
  }

  private settle(): void {
    for (const { met, resolve } of this.waiting) if (met()) resolve();
  }
}

function filesIn(files: ReadonlyMap<string, string>, folder: string | undefined, glob: string): string[] {
  const matches = globMatcher(glob);
  const prefix = folder === undefined ? 'file:///' : `${folder}/`;
  return [...files.keys()].filter((uri) => uri.startsWith(prefix) && matches(uri.slice(prefix.length)));
}

function bytesOf(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : Buffer.from(text);
}

/** The range of the first occurrence of a text. */
export function rangeOf(text: string, part: string): Range {
  const at = text.indexOf(part);
  const line = text.slice(0, at).split('\n').length - 1;
  const character = at - (text.lastIndexOf('\n', at - 1) + 1);
  return { start: { line, character }, end: { line, character: character + part.length } };
}
