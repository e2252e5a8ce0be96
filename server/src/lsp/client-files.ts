import type { Connection } from 'vscode-languageserver';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../protocol.ts';
import type { Cancellation, FileContent, Host } from '../service/host.ts';
import { isUri } from '../service/uri.ts';
import { fromBase64 } from './base64.ts';

/** Reads files through the client, except those on a disk that client and server share. */
export class ClientFiles implements Host {
  constructor(
    private readonly connection: Connection,
    private readonly disk: Host | undefined,
  ) {}

  remembering(): Host {
    return new ClientFiles(this.connection, this.disk?.remembering?.());
  }

  async readFile(uri: string, within: string, most?: number): Promise<FileContent> {
    if (this.disk && uri.startsWith('file:')) return this.disk.readFile(uri, within, most);
    const params: ReadFileParams = { uri, within };
    try {
      const content = await this.connection.sendRequest<ReadFileResult>(readFileRequest, params);
      if (content === null) return undefined;
      return typeof content === 'string' ? fromBase64(content) : 'outside';
    } catch (error) {
      this.report(`${uri} cannot be read`, error);
      return undefined;
    }
  }

  async findFiles(
    folder: string,
    glob: string,
    within: string,
    cancellation?: Cancellation,
  ): Promise<FindFilesResult> {
    if (this.disk && folder.startsWith('file:'))
      return [...(await this.disk.findFiles(folder, glob, within, cancellation))];
    const params: FindFilesParams = { folder, within, glob };
    try {
      const found: unknown = await this.connection.sendRequest(findFilesRequest, params, cancellation);
      return Array.isArray(found) ? found.filter(isUri) : [];
    } catch (error) {
      this.report(`${glob} cannot be looked for`, error);
      return [];
    }
  }

  /** A failed request must not remove findings that do not need the file. */
  private report(what: string, error: unknown): void {
    this.connection.console.error(`${what}: request to the client failed: ${String(error)}`);
  }
}
