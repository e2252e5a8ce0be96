import type { Connection } from 'vscode-languageserver';

/** For work that nobody waits for: what goes wrong in it is logged, where it would end the whole server. */
export function unawaited(connection: Connection, work: Promise<unknown>): void {
  work.catch((error: unknown) => connection.console.error(`Something could not be done: ${String(error)}`));
}
