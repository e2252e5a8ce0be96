import { Position, Selection, Uri, window, workspace } from 'vscode';

/** One mistake of each common kind. The walkthrough says how to fix them. */
const sample = `{
    "hotfixes": {
        "202608.20": "v202608.20.1",
        "202608.06": "202608.06.",
        "202607.29": "202607.20.3"
    }
}
`;

/** Opens a faulty config that has a name, so that it is recognized, but is not saved. */
export async function openSample(): Promise<void> {
  const uri = Uri.from({ scheme: 'untitled', path: 'sample-hotfix.json' });
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  if (editor.document.getText() !== '') return;
  await editor.edit((text) => text.insert(new Position(0, 0), sample));
  // In the version without a patch, where the walkthrough begins.
  const cursor = new Position(3, 26);
  editor.selection = new Selection(cursor, cursor);
}
