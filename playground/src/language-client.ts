import { Emitter } from 'monaco-editor/editor';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  CodeActionKind,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  InlayHintRefreshRequest,
  MarkupKind,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/browser';
import type { InitializationOptions } from '../../server/src/protocol.ts';

/** The settings under `hotfixConfig`. */
export interface Settings {
  readonly bakedVersions: readonly unknown[];
  readonly bundledRecord: boolean;
}

/** The client of the language server, which runs in a worker of this page. */
export class LanguageClient {
  private settings: Settings = { bakedVersions: [], bundledRecord: true };
  private readonly hints = new Emitter<void>();
  /** Hints may differ without an edit. */
  readonly onHintsChanged = this.hints.event;

  private constructor(readonly connection: ProtocolConnection) {}

  static async start(worker: Worker): Promise<LanguageClient> {
    const connection = createProtocolConnection(
      new BrowserMessageReader(worker),
      new BrowserMessageWriter(worker),
    );
    const client = new LanguageClient(connection);
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => client.settings));
    connection.onRequest(InlayHintRefreshRequest.type, () => client.hints.fire());
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, parameters);
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async configure(settings: Settings): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }
}

const initializationOptions: InitializationOptions = {
  syntaxDiagnostics: true,
  status: true,
  baselines: true,
};

const parameters: InitializeParams = {
  processId: null,
  rootUri: null,
  workspaceFolders: null,
  initializationOptions,
  capabilities: {
    workspace: {
      configuration: true,
      workspaceEdit: { documentChanges: true },
      inlayHint: { refreshSupport: true },
    },
    textDocument: {
      publishDiagnostics: {
        versionSupport: true,
        relatedInformation: true,
        tagSupport: { valueSet: [DiagnosticTag.Unnecessary] },
      },
      hover: { contentFormat: [MarkupKind.Markdown] },
      codeAction: {
        codeActionLiteralSupport: {
          codeActionKind: {
            valueSet: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.SourceFixAll],
          },
        },
      },
    },
  },
};
