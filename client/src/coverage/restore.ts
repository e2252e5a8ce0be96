import { type Disposable, Uri, type WebviewPanel, window, workspace } from 'vscode';

/** What the editor knows the panel by, also in the next session. */
export const panelType = 'hotfixConfig.coverage';

interface Restores {
  restoreCoverage(panel: WebviewPanel): void;
}

/** Brings the picture back when a window is loaded again. Loaded early, so it needs nothing of the rest. */
export function restoreCoverage(load: () => Promise<Restores | undefined>): Disposable {
  return window.registerWebviewPanelSerializer(panelType, {
    async deserializeWebviewPanel(panel, state: unknown) {
      await openConfig(state);
      const session = await load();
      if (session) session.restoreCoverage(panel);
      else panel.dispose();
    },
  });
}

/** The config may be in a tab that was not looked at yet, or in none. */
async function openConfig(state: unknown): Promise<void> {
  const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
  if (typeof uri !== 'string') return;
  try {
    await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    // The file was deleted: show the picture of another config.
  }
}
