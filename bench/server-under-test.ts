import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  CompletionRequest,
  createProtocolConnection,
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

const uri = 'file:///bench/aks-node-controller-hotfix.json';
const textDocument = { uri };

/** One language server in a process of its own, driven as an editor does. */
export class ServerUnderTest {
  private version = 1;

  private constructor(
    private readonly child: ChildProcess,
    private readonly connection: ProtocolConnection,
    /** Milliseconds from the start of the process to its first reply. */
    readonly startTime: number,
  ) {}

  static async start(command: readonly string[]): Promise<ServerUnderTest> {
    const began = performance.now();
    const child = spawn(process.execPath, [...command, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const reader = new StreamMessageReader(child.stdout);
    const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
    connection.listen();
    const capabilities = {
      textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown' as const] } },
    };
    await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities });
    const startTime = performance.now() - began;
    await connection.sendNotification(InitializedNotification.type, {});
    return new ServerUnderTest(child, connection, startTime);
  }

  async open(text: string): Promise<number> {
    const document = { uri, languageId: 'json', version: this.version, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: document });
    return this.diagnose();
  }

  /** Types one digit at a place and takes it away again; how many findings each state has. */
  async keystroke(line: number, character: number): Promise<[typed: number, undone: number]> {
    const at = { line, character };
    const typed = await this.change({ start: at, end: at }, 'x');
    return [typed, await this.change({ start: at, end: { line, character: character + 1 } }, '')];
  }

  hover(line: number, character: number): Promise<unknown> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument, position: { line, character } });
  }

  complete(line: number, character: number): Promise<unknown> {
    return this.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: { line, character },
    });
  }

  /** Milliseconds on a processor so far, where the system tells. */
  cpuTime(): number | undefined {
    try {
      const [nanoseconds] = readFileSync(`/proc/${this.child.pid}/schedstat`, 'utf8').split(' ');
      return Number(nanoseconds) / 1e6;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  private async change(range: { start: object; end: object }, text: string): Promise<number> {
    const version = ++this.version;
    const contentChanges = [{ range, text }];
    void this.connection.sendNotification(DidChangeTextDocumentNotification.method, {
      textDocument: { uri, version },
      contentChanges,
    });
    return this.diagnose();
  }

  private async diagnose(): Promise<number> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    return report.kind === 'full' ? report.items.length : 0;
  }
}
