import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} from 'vscode';

/** Prefix of a rule page's address; the rest is the rule's id. */
export const rulePages = 'hotfix-rule:/';

/**
 * Serves the bundled rule pages under an address that opens in an editor wherever the extension's files are: a web window would hand
 * their own address to the browser. The manifest makes the Markdown preview the editor for it.
 */
export function provideRulePages(extensionUri: Uri): Disposable {
  const read = async (page: Uri) => {
    // The pages link to each other by the names of their files.
    const [, id] = /^\/([a-z]+(?:-[a-z]+)*)(?:\.md)?$/.exec(page.path) ?? [];
    // A link may have any address, and a path with dots would lead to other files.
    if (id === undefined) throw FileSystemError.FileNotFound(page);
    return workspace.fs.readFile(
      Uri.joinPath(extensionUri, id === 'fleet' ? 'docs' : 'docs/rules', `${id}.md`),
    );
  };
  const refuse = (page: Uri) => {
    throw FileSystemError.NoPermissions(page);
  };
  return workspace.registerFileSystemProvider(
    rulePages.slice(0, rulePages.indexOf(':')),
    {
      onDidChangeFile: new EventEmitter<FileChangeEvent[]>().event,
      watch: () => new Disposable(() => {}),
      stat: async (page) => ({ type: FileType.File, ctime: 0, mtime: 0, size: (await read(page)).length }),
      readFile: read,
      readDirectory: () => [],
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
    },
    { isReadonly: true, isCaseSensitive: true },
  );
}
