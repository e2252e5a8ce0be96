import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { remoteUri, windowAddress } from '../../tools/editor/address.ts';
import { latest, oldest } from '../../tools/editor/editions.ts';
import { fetchEditor } from '../../tools/editor/fetch.ts';
import { createProfile, removeProfile } from '../../tools/editor/profile.ts';
import { installExtension, startServer } from '../../tools/editor/server.ts';
import { type EditorSettings, testSettings } from '../../tools/editor/settings.ts';
import { launchHeadless } from '../support/headless.ts';
import { packagedExtension } from '../vscode/options.ts';
import { createWorkspace, type Workspace } from '../vscode/workspace.ts';
import { EditorWindow } from './window.ts';

export interface EditorOptions {
  /** The files of the folder, all committed to git before the first window opens. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The file that is open at the start. */
  readonly open?: string;
  readonly settings?: EditorSettings;
  /** The display language for extensions. Without a language pack, the window itself stays English. */
  readonly language?: string;
}

export interface Editor {
  readonly workspace: Workspace;
  /** Where the extension is installed. */
  readonly extensions: string;
  /** Opens another window on the folder. `prepare` gets its page before anything is loaded. */
  newWindow(prepare?: (page: Page) => Promise<unknown>): Promise<EditorWindow>;
  close(): Promise<void>;
}

/** VS Code with the packaged extension and a new folder. `EDITOR_EDITION=latest` uses the newest VS Code. */
export async function openEditor(options: EditorOptions): Promise<Editor> {
  // Ends what was started in reverse order, even if the next step fails.
  const endings: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const editor = await fetchEditor(
      process.env['EDITOR_EDITION'] === 'latest' ? latest : oldest,
      console.log,
    );
    const workspace = await createWorkspace(options.files);
    endings.push(() => workspace.remove());
    workspace.commit();
    const profile = await createProfile({ ...testSettings, ...options.settings });
    endings.push(() => removeProfile(profile));
    await installExtension(editor, profile, packagedExtension());
    const server = await startServer(editor, profile);
    endings.push(() => server.stop());
    const browser = await launchHeadless(console.log);
    endings.push(() => browser.close());
    const newWindow = (prepare?: (page: Page) => Promise<unknown>) =>
      openWindow(browser, server.address, workspace.folder, options, prepare);
    return { workspace, extensions: profile.extensions, newWindow, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWindow(
  browser: Browser,
  server: URL,
  folder: string,
  { open, language }: EditorOptions,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<EditorWindow> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  if (language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  await prepare?.(page);
  const payload = open ? ([['openFile', remoteUri(server, `${folder}/${open}`)]] as const) : [];
  await page.goto(windowAddress(server, { folder }, payload));
  const window = new EditorWindow(page);
  await window.ready();
  // Until its editor is in front, it would take the focus away from other elements.
  if (open) await window.fileIsOpen(path.basename(open));
  return window;
}
