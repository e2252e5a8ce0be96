import type { LogOutputChannel } from 'vscode';

/** Logs errors of background work, which VS Code would otherwise report as a crash. */
export function unawaited(output: Pick<LogOutputChannel, 'error'>, work: Promise<unknown>): void {
  work.catch((error: unknown) => output.error('Background task failed.', error));
}
