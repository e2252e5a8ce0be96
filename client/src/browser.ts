import { type ExtensionContext, Uri } from 'vscode';
import { activateWith } from './activation.ts';
import type { Api } from './api.ts';

export { deactivate } from './activation.ts';

type SessionModule = typeof import('./session-browser.ts');

export function activate(context: ExtensionContext): Api {
  return activateWith(context, async () => (await loadSession(context)).startSession(context));
}

/**
 * The web extension host's `require` only knows `vscode`, and it has neither `importScripts` nor `import()` for files
 * of an extension. So the second script is loaded in the way in which the host loaded this one.
 */
async function loadSession({ extensionUri }: ExtensionContext): Promise<SessionModule> {
  const script = Uri.joinPath(extensionUri, 'client/dist/session-browser.js').toString(true);
  const response = await fetch(script);
  if (!response.ok) throw new Error(`${script} did not load: ${response.status} ${response.statusText}`);
  const module: { exports?: SessionModule } = {};
  new Function('module', 'require', `${await response.text()}\n//# sourceURL=${script}`)(module, require);
  if (!module.exports) throw new Error(`${script} exports nothing`);
  return module.exports;
}
