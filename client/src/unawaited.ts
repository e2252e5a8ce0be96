import type { LogOutputChannel } from 'vscode';

/** For work that nobody waits for: what goes wrong in it is in the output, where the editor would take it for a fault. */
export function unawaited(output: Pick<LogOutputChannel, 'error'>, work: Promise<unknown>): void {
  work.catch((error: unknown) => output.error('Background task failed.', error));
}
