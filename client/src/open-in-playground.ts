import { commands, env, Uri, window, workspace } from 'vscode';
import { type Shared, toFragment } from '../../playground/src/share.ts';
import { openConfigFirst } from './coverage/configs.ts';

/** Windows opens no longer addresses. */
const longest = 2000;
const setting = 'hotfixConfig.playground';

/**
 * Opens a config, by its URI, in the published playground. The config is in the part of the address that browsers do
 * not send to a server.
 */
export async function openInPlayground(config: string | undefined): Promise<void> {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === config);
  if (!document) return say(openConfigFirst);
  const settings = workspace.getConfiguration('hotfixConfig', document.uri);
  const address = settings.get<unknown>('playground');
  if (typeof address !== 'string' || !/^https?:\/\//.test(address)) return explainSetting();
  const versions = settings.get<readonly unknown[]>('bakedVersions') ?? [];
  const shared: Shared = {
    text: document.getText(),
    baked: versions.length > 0 ? JSON.stringify(versions, null, 2) : '',
    hasRecord: settings.get<unknown>('bundledRecord') !== false,
    baseline: null,
  };
  const link = `${address.replace(/#.*/s, '')}#${await toFragment(shared)}`;
  if (link.length <= longest) await env.openExternal(Uri.parse(link, true));
  else {
    await env.clipboard.writeText(link);
    say(`The link has ${link.length} characters, too many to open it from here. It is in the clipboard.`);
  }
}

async function explainSetting(): Promise<void> {
  const open = 'Open Setting';
  const chosen = await window.showInformationMessage(
    `"${setting}" is not the address of a playground. Publish the folder that "npm run site" builds, and set its address.`,
    open,
  );
  if (chosen === open) await commands.executeCommand('workbench.action.openSettings', setting);
}

function say(text: string): void {
  void window.showInformationMessage(text);
}
