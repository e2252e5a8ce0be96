import type { ExtensionContext } from 'vscode';
import { activateWith } from './activation.ts';
import type { Api } from './api.ts';
import { provideMcpServers } from './mcp-provider.ts';

export { deactivate } from './activation.ts';

const load = () => import('./session-node.ts');

export function activate(context: ExtensionContext): Api {
  provideMcpServers(context, load);
  return activateWith(context, () => load().then((session) => session.startSession(context)));
}
