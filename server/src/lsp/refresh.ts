import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import { after, patience } from './after.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { Diagnostics } from './diagnostics.ts';
import { oneAtATime } from './one-at-a-time.ts';

/**
 * Shows findings, hints and lenses again. One at a time, because files change one after another and the client asks for everything
 * again each time. A client that does not answer must not stop later ones.
 */
export function refreshes(
  connection: Connection,
  diagnostics: Diagnostics,
  { refreshesInlayHints, refreshesCodeLenses }: ResolvedCapabilities,
): () => Promise<void> {
  return oneAtATime(async () => {
    const timer = after(patience);
    const hints = refreshesInlayHints ? connection.languages.inlayHint.refresh() : undefined;
    const lenses = refreshesCodeLenses ? connection.sendRequest(CodeLensRefreshRequest.type) : undefined;
    const done = Promise.all([diagnostics.refresh(), hints, lenses]).catch((error: unknown) =>
      connection.console.error(`Refresh failed: ${String(error)}`),
    );
    await Promise.race([done, timer.over]);
    timer.stop();
  });
}
