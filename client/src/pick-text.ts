import { env, type QuickPickItem, window, workspace } from 'vscode';

interface Source extends QuickPickItem {
  read(): Promise<string | undefined>;
}

/** Lets the user choose a text from the clipboard or from a file; undefined if canceled. */
export async function pickText(title: string): Promise<string | undefined> {
  const sources: readonly Source[] = [
    { label: '$(clippy) Use the clipboard', read: async () => env.clipboard.readText() },
    { label: '$(file) Choose a file…', read: () => textOfFile(title) },
  ];
  return (await window.showQuickPick(sources, { title }))?.read();
}

async function textOfFile(title: string): Promise<string | undefined> {
  const [file] = (await window.showOpenDialog({ title, canSelectMany: false })) ?? [];
  return file && new TextDecoder().decode(await workspace.fs.readFile(file));
}
