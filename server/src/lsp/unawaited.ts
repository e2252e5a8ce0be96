import type { Connection } from 'vscode-languageserver';

/** For work in the background. An error is logged, otherwise it would end the server. */
export function unawaited(connection: Connection, work: Promise<unknown>): void {
  work.catch((error: unknown) => connection.console.error(`Background task failed: ${String(error)}`));
}
