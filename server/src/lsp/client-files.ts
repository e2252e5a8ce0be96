import type { Connection } from 'vscode-languageserver';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../protocol.ts';
import type { Host } from '../service/host.ts';
import { fromBase64 } from './base64.ts';

/** Files as the client has them: a virtual workspace or a browser has no others. */
export class ClientFiles implements Host {
  constructor(private readonly connection: Connection) {}

  async readFile(uri: string): Promise<Uint8Array | undefined> {
    const params: ReadFileParams = { uri };
    const content = await this.connection.sendRequest<ReadFileResult>(readFileRequest, params);
    return content === null ? undefined : fromBase64(content);
  }

  /** In a folder, or in the whole workspace. */
  findFiles(folder: string | undefined, glob: string): Promise<FindFilesResult> {
    const params: FindFilesParams = { ...(folder !== undefined && { folder }), glob };
    return this.connection.sendRequest<FindFilesResult>(findFilesRequest, params);
  }
}
