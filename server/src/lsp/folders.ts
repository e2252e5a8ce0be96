import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import type { Host } from '../service/host.ts';
import { isRecord } from '../service/record.ts';
import { isUri, keyOf, plainUri, restBelow, uriOfPath } from '../service/uri.ts';

/** A document with its workspace folder. `uri` is its URI with the spelling of that folder. */
export interface Located {
  readonly owner: WorkspaceFolder | undefined;
  readonly uri: string;
}

/** The workspace folders of the client. */
export class Folders {
  constructor(
    private folders: readonly WorkspaceFolder[],
    private readonly host: Host,
  ) {}

  get all(): readonly WorkspaceFolder[] {
    return this.folders;
  }

  /** A client may send anything. */
  change(added: unknown, removed: unknown): void {
    const gone = new Set(foldersAmong(removed).map(({ uri }) => keyOf(uri)));
    const kept = this.folders.filter(({ uri }) => !gone.has(keyOf(uri)));
    this.folders = [...kept, ...foldersAmong(added)];
  }

  /** By name, otherwise by real path: a client may open a folder through a link and its files without it. */
  async locate(documentUri: string): Promise<Located> {
    const { folders } = this;
    const uri = plainUri(documentUri);
    const named = innermost(folders, uri);
    if (named) return named;
    const real = await this.realUris([uri, ...folders.map((folder) => folder.uri)]);
    return innermost(folders, ...real) ?? { owner: undefined, uri };
  }

  private async realUris(uris: readonly string[]): Promise<[string, ...string[]]> {
    const [first = '', ...others] = await Promise.all(uris.map((uri) => this.host.realUri?.(uri) ?? uri));
    return [first, ...others];
  }
}

/** The root of a client that sends no list of folders, or only `rootUri` or `rootPath`. */
export function foldersOf({
  workspaceFolders,
  rootUri,
  rootPath,
}: InitializeParams): readonly WorkspaceFolder[] {
  const folders = foldersAmong(workspaceFolders);
  if (folders.length > 0) return folders;
  const root = rootUri ?? (typeof rootPath === 'string' && rootPath !== '' ? uriOfPath(rootPath) : undefined);
  return foldersAmong([{ uri: root, name: root }]);
}

function foldersAmong(list: unknown): WorkspaceFolder[] {
  if (!Array.isArray(list)) return [];
  return list.filter((folder): folder is WorkspaceFolder => isRecord(folder) && isUri(folder['uri']));
}

/** The innermost folder that contains a URI. */
function innermost(
  folders: readonly WorkspaceFolder[],
  uri: string,
  ...names: readonly string[]
): Located | undefined {
  const [found] = folders
    .flatMap((owner, i) => {
      const name = names[i] ?? owner.uri;
      const rest = restBelow(name, uri);
      return rest === undefined ? [] : [{ owner, uri: plainUri(owner.uri) + rest, length: rest.length }];
    })
    .toSorted((a, b) => a.length - b.length);
  return found;
}
