import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
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

export interface SessionOptions {
  /** The folder's files, all committed to git before the window opens. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The file that is open from the beginning. */
  readonly open?: string;
  readonly settings?: EditorSettings;
  /** What extensions take for the display language; the window's own texts stay English, without a language pack. */
  readonly language?: string;
}

export interface Session {
  readonly window: EditorWindow;
  readonly workspace: Workspace;
  /** Where the extension of this window is installed. */
  readonly extensions: string;
}

const startLimit = 500_000;

/**
 * One window with the packaged extension for all tests of a file, on a fresh folder. A test that fails leaves a picture of the
 * window behind, and its message says where. `EDITOR_EDITION=latest` takes the newest VS Code.
 */
export function useSession(options: SessionOptions): Session {
  let started: (Session & { close(): Promise<void> }) | undefined;
  const session = () => {
    if (!started) throw new Error('The window is not open yet: use the session inside of a test.');
    return started;
  };
  beforeAll(async () => {
    started = await start(options);
  }, startLimit);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async ({ task }) => {
      const picture = await session().window.screenshot(`failed-${task.name}`);
      for (const error of task.result?.errors ?? []) error.message += `\nThe window at that time: ${picture}`;
    });
  });
  afterAll(() => started?.close());
  return {
    get window() {
      return session().window;
    },
    get workspace() {
      return session().workspace;
    },
    get extensions() {
      return session().extensions;
    },
  };
}

async function start(options: SessionOptions): Promise<Session & { close(): Promise<void> }> {
  // What has been started is ended in the reverse order, also when the next step fails.
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
    const window = await openWindow(browser, server.address, workspace.folder, options);
    return { window, workspace, extensions: profile.extensions, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWindow(
  browser: Browser,
  server: URL,
  folder: string,
  { open, language }: SessionOptions,
): Promise<EditorWindow> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  if (language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  const payload = open ? ([['openFile', remoteUri(server, `${folder}/${open}`)]] as const) : [];
  await page.goto(windowAddress(server, { folder, payload }));
  const window = new EditorWindow(page);
  await window.ready();
  // Until its editor has come to the front, it would take the keyboard away from whatever has it.
  if (open) await window.fileIsOpen(path.basename(open));
  return window;
}
