import type { Connection } from 'vscode-languageserver';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../protocol.ts';
import type { FileContent, Host } from '../service/host.ts';
import { isUri } from '../service/uri.ts';
import { fromBase64 } from './base64.ts';

/** Files as the client has them: a virtual workspace or a browser has no others. */
export class ClientFiles implements Host {
  constructor(private readonly connection: Connection) {}

  async readFile(uri: string, within: string): Promise<FileContent> {
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

  /** In a folder, or in the whole workspace. */
  async findFiles(folder: string | undefined, glob: string, within?: string): Promise<FindFilesResult> {
    const place = folder !== undefined && { folder, within: within ?? folder };
    const params: FindFilesParams = { ...place, glob };
    try {
      const found: unknown = await this.connection.sendRequest(findFilesRequest, params);
      return Array.isArray(found) ? found.filter(isUri) : [];
    } catch (error) {
      this.report(`${glob} cannot be looked for`, error);
      return [];
    }
  }

  /** A client that cannot tell of a file must not take the findings away that need none. */
  private report(what: string, error: unknown): void {
    this.connection.console.error(`${what}: the client answers ${String(error)}`);
  }
}
