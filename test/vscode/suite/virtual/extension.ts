import * as vscode from 'vscode';
import { files, readOnlyScheme, repository, writableScheme } from '../../virtual-files.ts';

/** Provides virtual folders. They cannot be searched, because that interface of VS Code is still a proposal. */
export function activate(context: vscode.ExtensionContext): void {
  const register = (scheme: string, isReadonly: boolean) =>
    vscode.workspace.registerFileSystemProvider(scheme, filesInMemory(), {
      isCaseSensitive: true,
      isReadonly,
    });
  context.subscriptions.push(register(writableScheme, false), register(readOnlyScheme, true));
}

function filesInMemory(): vscode.FileSystemProvider {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const contents = new Map<string, Uint8Array>(
    Object.entries(files).map(([path, text]) => [
      `${repository.path}/${path}`,
      new TextEncoder().encode(text),
    ]),
  );
  const times = new Map<string, number>();
  const entries = (folder: string) => {
    const prefix = folder.replace(/\/?$/, '/');
    const below = [...contents.keys()].filter((path) => path.startsWith(prefix));
    const split = below.map((path) => path.slice(prefix.length).split('/'));
    return new Map(
      split.map(([name = '', ...rest]) => [
        name,
        rest.length ? vscode.FileType.Directory : vscode.FileType.File,
      ]),
    );
  };
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) => {
      const bytes = contents.get(uri.path);
      if (!bytes && entries(uri.path).size === 0) throw vscode.FileSystemError.FileNotFound(uri);
      return {
        type: bytes ? vscode.FileType.File : vscode.FileType.Directory,
        ctime: 0,
        mtime: times.get(uri.path) ?? 0,
        size: bytes?.length ?? 0,
      };
    },
    readDirectory: (uri) => [...entries(uri.path)],
    readFile: (uri) => {
      const bytes = contents.get(uri.path);
      if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
      return bytes;
    },
    writeFile: (uri, bytes) => {
      contents.set(uri.path, bytes);
      times.set(uri.path, (times.get(uri.path) ?? 0) + 1);
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}
