import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Editor, root } from './editions.ts';
import { endTree, spawnTree } from './process-tree.ts';
import type { Profile } from './profile.ts';

export interface ServerOptions {
  /** Default 0: a free port. */
  readonly port?: number;
  /** For users: the address has a token, so that other users of the machine have no access. */
  readonly token?: boolean;
  /** Whether VS Code asks before code in a folder may run. Not needed for folders of this project. */
  readonly asksForTrust?: boolean;
  /** For tests: lets a page run a test suite and report its end. */
  readonly testDriver?: boolean;
}

export interface RunningServer {
  readonly port: number;
  /** The loopback address, with the token if there is one. */
  readonly address: URL;
  /** Resolves with a message if the server ends unexpectedly. */
  readonly crashed: Promise<string>;
  stop(): Promise<void>;
}

/** A limit for a hanging process. A busy machine may take a minute. */
const startLimit = 300_000;

/** Starts VS Code as a server on the loopback interface. Returns when it listens. */
export async function startServer(
  editor: Editor,
  profile: Profile,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const token = options.token ? randomBytes(20).toString('hex') : undefined;
  const args = [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-telemetry'],
    ...['--disable-update-check', '--disable-getting-started-override'],
    ...(options.asksForTrust ? [] : ['--disable-workspace-trust']),
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(token
      ? ['--connection-token-file', await writeToken(profile, token)]
      : ['--without-connection-token']),
  ];
  const child = launch(editor, profile, args);
  let stopping = false;
  const crashed = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      if (!stopping) resolve(`VS Code's server ended by itself (${signal ?? `exit code ${code}`})`);
    });
  });
  const stop = () => {
    stopping = true;
    return endTree(child);
  };
  try {
    const port = await listening(child, options.port);
    const address = new URL(`http://127.0.0.1:${port}/`);
    if (token) address.searchParams.set('tkn', token);
    return { port, address, crashed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Installs a packaged extension into the profile, without a window. */
export async function installExtension(editor: Editor, profile: Profile, vsix: string): Promise<void> {
  const child = launch(editor, profile, ['--install-extension', vsix, '--force']);
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`VS Code did not install ${vsix}:\n${output.trim()}`);
}

function launch(editor: Editor, profile: Profile, args: readonly string[]): ChildProcess {
  const preload = path.join(root, 'tools/editor/stand-ins/end-with-parent.cjs');
  const folders = [
    ...['--user-data-dir', profile.userData],
    ...['--extensions-dir', profile.extensions],
    ...['--server-data-dir', profile.serverData],
  ];
  return spawnTree(editor.node, ['--require', preload, editor.serverMain, ...args, ...folders], {
    cwd: profile.folder,
    env: environment(profile),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function environment(profile: Profile): NodeJS.ProcessEnv {
  // No requests to a marketplace, and no environment variables of the VS Code whose terminal this may be.
  const base = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    VSCODE_PARENT_PID: undefined,
    NODE_OPTIONS: undefined,
  };
  // Its sockets are in the profile, unless their paths would be too long for sockets.
  const temporary = path.join(profile.folder, 'tmp');
  return temporary.length > 50 ? base : { ...base, TMPDIR: temporary, XDG_RUNTIME_DIR: undefined };
}

async function writeToken(profile: Profile, token: string): Promise<string> {
  const file = path.join(profile.folder, 'token');
  await writeFile(file, token, { mode: 0o600 });
  return file;
}

/** The port, when the server reports that it listens. */
function listening(child: ChildProcess, asked: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) => reject(new Error(`${reason}${output ? `:\n${output.trim()}` : ''}`));
    const limit = setTimeout(
      () => fail(`VS Code's server did not listen within ${startLimit / 1000} s`),
      startLimit,
    );
    const read = (chunk: Buffer) => {
      output += chunk;
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port) {
        clearTimeout(limit);
        resolve(Number(port));
      } else if (output.includes('EADDRINUSE')) {
        reject(new Error(`Port ${asked} is taken: choose another one, or none to get a free one.`));
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`VS Code's server did not start (${error.message})`));
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`VS Code's server ended with exit code ${code} before it listened`);
    });
  });
}
