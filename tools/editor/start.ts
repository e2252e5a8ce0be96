import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { remoteUri, windowAddress } from './address.ts';
import { findDesktopCode, openDesktop } from './desktop.ts';
import { type Editor, oldest, root } from './editions.ts';
import { fetchEditor } from './fetch.ts';
import { NoEditorError } from './native-parts.ts';
import { npm } from './npm.ts';
import { openAddress } from './open-address.ts';
import { createProfile, type Profile, removeProfile } from './profile.ts';
import { installExtension, startServer } from './server.ts';
import { peopleSettings, trustingSettings } from './settings.ts';
import { findTarget, type Target } from './target.ts';

const usage = `Usage: npm start -- [FOLDER] [--desktop] [--port PORT] [--vsix FILE]

Opens VS Code with the extension on examples/, or on FOLDER.

  --desktop     in the desktop VS Code of this machine (the command "code"), with a profile of its own
  --port PORT   the port on the loopback interface; a free one unless given
  --vsix FILE   installs this package instead of building one
  --help        shows this

BROWSER=none opens no browser; the address is printed in any case.`;

class UsageError extends Error {}

interface Request {
  readonly folder: string | undefined;
  readonly desktop: boolean;
  readonly port: number;
  readonly vsix: string | undefined;
}

function readRequest(args: string[]): Request | 'help' {
  const flag = { type: 'boolean' } as const;
  const value = { type: 'string' } as const;
  const options = { desktop: flag, help: flag, port: value, vsix: value };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return 'help';
    if (positionals.length > 1) throw new Error(`One folder at a time, not ${positionals.join(' and ')}.`);
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`Invalid port "${values.port}".`);
    return { folder: positionals[0], desktop: values.desktop ?? false, port, vsix: values.vsix };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The options of a window. `stop` is Ctrl+C. */
interface Opening {
  readonly profile: Profile;
  readonly vsix: string;
  readonly target: Target;
  readonly stop: AbortSignal;
}

const say = (line: string) => console.log(line);

async function start(request: Request, stop: AbortSignal): Promise<void> {
  const target = await findTarget(request.folder);
  const code = request.desktop ? findDesktopCode() : undefined;
  const [vsix, editor] = await together([
    request.vsix ? path.resolve(request.vsix) : packExtension(stop),
    code ? undefined : fetchEditor(oldest, say, stop),
  ]);
  const profile = await createProfile(target.isOwn ? trustingSettings : peopleSettings);
  try {
    if (editor) await inBrowser(editor, request.port, { profile, vsix, target, stop });
    else if (code) await inDesktop(code, { profile, vsix, target, stop });
  } finally {
    await removeProfile(profile);
  }
}

/** Waits for both, even if one fails, so that the other one can be ended properly. */
async function together<A, B>([first, second]: [A | Promise<A>, B | Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

async function packExtension(stop: AbortSignal): Promise<string> {
  say('Building and packing the extension …');
  await npm(['run', 'package'], root, stop);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `dist/hotfix-config-${version}.vsix`);
}

async function inBrowser(
  editor: Editor,
  port: number,
  { profile, vsix, target, stop }: Opening,
): Promise<void> {
  say(`Installing ${path.basename(vsix)} into VS Code ${oldest.vscode}, with a fresh profile …`);
  await installExtension(editor, profile, vsix);
  stop.throwIfAborted();
  const server = await startServer(editor, profile, { port, token: true, asksForTrust: !target.isOwn });
  try {
    stop.throwIfAborted();
    const payload = target.file ? ([['openFile', remoteUri(server.address, target.file)]] as const) : [];
    const address = windowAddress(server.address, { folder: target.folder }, payload);
    say(`\nVS Code is running, on ${target.folder}:\n\n  ${address}\n\nCtrl+C stops it.`);
    openAddress(address, profile.folder);
    const crash = await Promise.race([server.crashed, aborted(stop)]);
    if (crash) throw new Error(crash);
  } finally {
    await server.stop();
  }
}

async function inDesktop(code: string, { profile, vsix, target, stop }: Opening): Promise<void> {
  say(`Installing ${path.basename(vsix)} into ${code}, with a fresh profile …`);
  const window = await openDesktop(code, profile, vsix, target);
  try {
    say(
      `VS Code is open on ${target.folder}. Closing its window, or Ctrl+C here, ends it and removes its profile.`,
    );
    await Promise.race([window.closed, aborted(stop)]);
  } finally {
    await window.stop();
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined));
  });
}

function report(error: unknown): void {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UsageError) console.error(`\n${usage}`);
  if (error instanceof NoEditorError)
    console.error('"npm start -- --desktop" uses an installed VS Code instead.');
}

async function main(): Promise<void> {
  const stop = new AbortController();
  // Closing a terminal also closes the output, but the editor must still be ended.
  process.stdout.on('error', () => {});
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stop.signal.aborted) say('\nStopping …');
      stop.abort();
    });
  }
  try {
    const request = readRequest(process.argv.slice(2));
    if (request === 'help') say(usage);
    else await start(request, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) report(error);
  }
}

main();
