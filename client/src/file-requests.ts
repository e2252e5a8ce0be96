import { type CancellationToken, Disposable, FileType, Uri, workspace } from 'vscode';
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
import { fileInside, isInside, type RealUri } from './real-uri.ts';

/** Reads files through the editor: on this machine, on another one, or in a repository that is not cloned. */
export function answerFileRequests(client: BaseLanguageClient, realUri: RealUri): Disposable {
  return Disposable.from(
    client.onRequest<ReadFileResult, void>(readFileRequest, (params: ReadFileParams) =>
      readFile(params, realUri),
    ),
    client.onRequest(findFilesRequest, (params: FindFilesParams, token: CancellationToken) =>
      answerFindFiles(params, realUri, token),
    ),
  );
}

async function readFile({ uri, within }: ReadFileParams, realUri: RealUri): Promise<ReadFileResult> {
  try {
    const file = await fileInside(Uri.parse(uri), Uri.parse(within), realUri);
    if (!file) return { isOutside: true };
    // A pipe would keep its reader waiting.
    return file.type & FileType.File ? toBase64(await workspace.fs.readFile(file.uri)) : null;
  } catch {
    // No such file, no file system or no permission: in all these cases there is nothing to read.
    return null;
  }
}

async function answerFindFiles(
  { folder, glob, within }: FindFilesParams,
  realUri: RealUri,
  token: CancellationToken,
): Promise<FindFilesResult> {
  return filesInside(await findFiles(Uri.parse(folder), glob, token), Uri.parse(within), realUri);
}

/** The editor's search follows all symbolic links. */
async function filesInside(files: readonly Uri[], root: Uri, realUri: RealUri): Promise<string[]> {
  const names = files.map((uri) => uri.toString());
  const inside = new Set<string>();
  const realRoot = await realUri(root).catch(() => undefined);
  if (!realRoot) return [];
  await Promise.all(
    [...new Set(names.map(folderOf))].map(async (folder) => {
      try {
        if (isInside(await realUri(Uri.parse(folder)), realRoot)) inside.add(folder);
      } catch {
        // It was deleted since the search.
      }
    }),
  );
  return names.filter((name) => inside.has(folderOf(name)));
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/'));
}
