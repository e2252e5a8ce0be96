import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  CompletionRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

interface EditRange {
  readonly start: object;
  readonly end: object;
}

/** A language server in its own process, driven like by an editor. */
export class ServerUnderTest {
  private version = 1;
  private readonly uri;

  private constructor(
    private readonly child: ChildProcess,
    private readonly connection: ProtocolConnection,
    folder: string,
    /** Milliseconds from the start of the process to its first reply. */
    readonly startTime: number,
  ) {
    this.uri = `${folder}/aks-node-controller-hotfix.json`;
  }

  /** `folder`: the URI of its workspace folder. */
  static async start(command: readonly string[], folder = 'file:///bench'): Promise<ServerUnderTest> {
    const began = performance.now();
    const child = spawn(process.execPath, [...command, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const reader = new StreamMessageReader(child.stdout);
    const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
    connection.listen();
    const contentFormat = ['markdown' as const];
    // VS Code requests the documentation of the selected item only.
    const completionItem = {
      documentationFormat: contentFormat,
      resolveSupport: { properties: ['documentation'] },
    };
    const capabilities = {
      workspace: { diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: {}, hover: { contentFormat }, completion: { completionItem } },
    };
    const rootUri = folder;
    await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri, capabilities });
    const startTime = performance.now() - began;
    await connection.sendNotification(InitializedNotification.type, {});
    return new ServerUnderTest(child, connection, folder, startTime);
  }

  async open(text: string): Promise<number> {
    const document = { uri: this.uri, languageId: 'json', version: this.version, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: document });
    return this.diagnose();
  }

  /** Types a character and deletes it again. Returns the number of findings after each. */
  async keystroke(line: number, character: number, typing = '1'): Promise<[typed: number, undone: number]> {
    const at = { line, character };
    const typed = await this.change({ start: at, end: at }, typing);
    return [typed, await this.change({ start: at, end: { line, character: character + 1 } }, '')];
  }

  /** Thirty keystrokes at once, and one question at the end. */
  async burst(line: number, character: number): Promise<number> {
    const at = { line, character };
    const behind = { line, character: character + 1 };
    for (let i = 0; i < 15; i++) {
      this.tell({ start: at, end: at }, '1');
      this.tell({ start: at, end: behind }, '');
    }
    return this.diagnose();
  }

  hover(line: number, character: number): Promise<unknown> {
    const position = { line, character };
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri: this.uri }, position });
  }

  complete(line: number, character: number): Promise<unknown> {
    return this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: this.uri },
      position: { line, character },
    });
  }

  /** Processor time in milliseconds so far, if the system reports it. */
  cpuTime(): number | undefined {
    try {
      const [nanoseconds] = readFileSync(`/proc/${this.child.pid}/schedstat`, 'utf8').split(' ');
      return Number(nanoseconds) / 1e6;
    } catch {
      return undefined;
    }
  }

  /** The peak of its memory so far, in megabytes, if the system reports it. */
  peakMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  /** Assigns a schema to files in VS Code's JSON server. */
  async useSchema(schema: unknown): Promise<void> {
    const schemas = [{ fileMatch: ['*.json'], url: 'bench://schema', schema }];
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { json: { schemas, validate: { enable: true } } },
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  private async change(range: EditRange, text: string): Promise<number> {
    this.tell(range, text);
    return this.diagnose();
  }

  private tell(range: EditRange, text: string): void {
    const version = ++this.version;
    const contentChanges = [{ range, text }];
    void this.connection.sendNotification(DidChangeTextDocumentNotification.method, {
      textDocument: { uri: this.uri, version },
      contentChanges,
    });
  }

  private async diagnose(): Promise<number> {
    const params = { textDocument: { uri: this.uri } };
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, params);
    return report.kind === 'full' ? report.items.length : 0;
  }
}
