import { Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../../server/src/protocol.ts';
import { toBase64 } from './base64.ts';
import { findFiles } from './find-files.ts';

/** Files are read where the editor has them: on this machine, on another one, or in a repository that was never cloned. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri))),
    client.onRequest(findFilesRequest, (params: FindFilesParams) => answerFindFiles(params)),
  );
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    return toBase64(await workspace.fs.readFile(uri));
  } catch {
    // No such file, no such file system, no permission: none of these has anything to read.
    return null;
  }
}

async function answerFindFiles({ folder, glob }: FindFilesParams): Promise<FindFilesResult> {
  const folders =
    folder === undefined ? (workspace.workspaceFolders ?? []).map(({ uri }) => uri) : [Uri.parse(folder)];
  const found = await Promise.all(folders.map((one) => findFiles(one, glob)));
  return [...new Set(found.flat().map((uri) => uri.toString()))];
}
