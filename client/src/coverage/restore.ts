import { type Disposable, Uri, type WebviewPanel, window, workspace } from 'vscode';

/** The id of the panel, also in later sessions. */
export const panelType = 'hotfixConfig.coverage';

interface Restores {
  restoreCoverage(panel: WebviewPanel): void;
}

/** Restores the picture when a window is reloaded. Loaded early, so it imports nothing of the session. */
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

/** The config may be in a tab that was not shown yet, or in no tab. */
async function openConfig(state: unknown): Promise<void> {
  const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
  if (typeof uri !== 'string') return;
  try {
    await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    // The file was deleted: show the picture of another config.
  }
}
