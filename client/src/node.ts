import type { ExtensionContext } from 'vscode';
import { activateWith } from './activation.ts';
import type { Api } from './api.ts';

export { deactivate } from './activation.ts';

export function activate(context: ExtensionContext): Api {
  return activateWith(context, async () => (await import('./session-node.ts')).startSession(context));
}
