import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} from 'vscode';

/** The prefix of a rule page's address. The rule's id is appended. */
export const rulePages = 'hotfix-rule:/';

/**
 * Serves the bundled rule pages under a scheme that opens in an editor everywhere: a web window would open the files'
 * own address in the browser. The manifest makes the Markdown preview their editor.
 */
export function provideRulePages(extensionUri: Uri): Disposable {
  const read = async (page: Uri) => {
    // The pages link to each other by file name.
    const [, id] = /^\/([a-z]+(?:-[a-z]+)*)(?:\.md)?$/.exec(page.path) ?? [];
    // A link can have any address, and a path with dots would lead to other files.
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
