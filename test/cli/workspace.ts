import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type CliResult, hotfixConfigHere, plainEnvironment } from '../support/cli.ts';

export const commandLine = join(import.meta.dirname, '../../server/dist/cli.js');

export interface Run {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string | Uint8Array;
}

/** Repositories that were made before, by their files. Git takes four processes to make one. */
const repositories = new Map<string, string>();
const kept = mkdtempSync(join(tmpdir(), 'repositories-'));
process.once('exit', () => rmSync(kept, { recursive: true, force: true }));

/** A folder for a test: empty before each test, deleted after it. */
export class Workspace {
  private folder = '';

  constructor() {
    beforeEach(() => {
      this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'command-line-')));
    });
    afterEach(() => rmSync(this.folder, { recursive: true }));
  }

  path(name = ''): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  /** The built command line has a record of images that does not contain the made-up versions of tests. */
  turnRecordOff(): void {
    this.write('.hotfixrc.json', '{ "bundledRecord": false }');
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  git(...args: readonly string[]): string {
    const who = ['user.name=Test', 'user.email=test@localhost'];
    // Less work: the test deletes the repository.
    const options = [...who, 'maintenance.auto=false', 'core.fsync=none'];
    const identity = options.flatMap((option) => ['-c', option]);
    return execFileSync('git', [...identity, ...args], { cwd: this.folder, encoding: 'utf8' }).trim();
  }

  gitWith(input: string, ...args: readonly string[]): void {
    execFileSync('git', args, { cwd: this.folder, input });
  }

  /** A repository with these files committed on its branch `main`. */
  startRepository(files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    const key = JSON.stringify(files);
    const made = repositories.get(key);
    if (made) {
      cpSync(made, this.path('.git'), { recursive: true });
      return;
    }
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit();
    const copy = join(kept, String(repositories.size));
    cpSync(this.path('.git'), copy, { recursive: true });
    repositories.set(key, copy);
  }

  /** Commits everything. */
  commit(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'a step');
  }

  readonly run = (...args: readonly string[]): Promise<CliResult> => this.runWith({}, ...args);

  /** The files with findings in a check. */
  readonly faultyFiles = async (...args: readonly string[]): Promise<string[]> => {
    const { out } = await this.run('check', '--format', 'json', today, ...args);
    return [...new Set<string>(JSON.parse(out).map(({ file }: { file: string }) => file))];
  };

  /** Runs in this process, which is 20 times faster than a new one; in a new process if it gets an environment. */
  runWith({ cwd = this.folder, env, input = '' }: Run, ...args: readonly string[]): Promise<CliResult> {
    if (env) return this.spawn(process.execPath, [commandLine, ...args], { cwd, env, input });
    return hotfixConfigHere(args, { cwd, input });
  }

  /** Runs as a user with limited file permissions. Root has all permissions. */
  runUnprivileged(...args: readonly string[]): Promise<CliResult> {
    if (process.getuid?.() !== 0) return this.run(...args);
    chmodSync(this.folder, statSync(this.folder).mode | 0o555);
    const readable = this.path('.built');
    for (const name of ['cli.js', 'command-line.js', 'manifests.js'])
      cpSync(join(dirname(commandLine), name), join(readable, name));
    const unprivileged = { uid: 65_534, gid: 65_534 };
    return this.spawn(
      process.execPath,
      [join(readable, 'cli.js'), ...args],
      { cwd: this.folder, env: {}, input: '' },
      unprivileged,
    );
  }

  /** Runs a shell line, in which `hotfix-config` is the built command line. */
  shell(line: string, env: Run['env'] = {}): Promise<CliResult> {
    const named = `hotfix-config() { "${process.execPath}" "${commandLine}" "$@"; }\n${line}`;
    return this.spawn('bash', ['-c', named], { cwd: this.folder, env, input: '' });
  }

  private spawn(
    command: string,
    args: readonly string[],
    { cwd, env, input }: Required<Run>,
    user: { readonly uid?: number; readonly gid?: number } = {},
  ): Promise<CliResult> {
    const child = spawn(command, args, { cwd, env: { ...plainEnvironment(), ...env }, ...user });
    const written = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      written.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      written.err += text;
    });
    // A command that ends without reading its input closes the pipe.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ status: code ?? -1, ...written }));
    });
  }
}

/** Whether a file can have this name here. Windows refuses some characters. */
export const isPossible = (name: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it refuses.
  process.platform !== 'win32' || !/[<>:"|?*\u0000-\u001f]/.test(name);

// Without the repository that a git hook sets.
for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) delete process.env[name];

export const mismatch = '{ "hotfixes": { "202604.01": "202605.30.2" } }\n';
export const clean = '{ "hotfixes": { "202604.01": "202604.01.3" } }\n';
/** A day inside the support window of the bases in the tests. */
export const today = '--today=2026-07-01';

/** Any error: one line that describes it, and no stack trace. */
export function expectReported(
  { status, out, err }: CliResult,
  expected: number,
  message: string | RegExp,
): void {
  expect(err).toMatch(message);
  expect(out + err).not.toMatch(/^\s+at /m);
  expect(err.split('\n').length).toBeLessThan(6);
  expect(status).toBe(expected);
}
