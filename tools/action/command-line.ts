import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../server/src/cli/program.ts';
import { bundledRecord, dayAt } from '../../server/src/model/index.ts';
import { nodeFiles } from '../../server/src/node/files.ts';
import { temporaryFile } from './runner.ts';

export interface Result {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder, without standard input. */
export type CommandLine = (args: readonly string[], cwd: string) => Promise<Result>;

/** The command line could not be installed. The message says what to do. */
export class Unprepared extends Error {}

/** The command line of the commit of the action, or a published version. */
export function commandLine(version: string | undefined): CommandLine {
  return version === undefined ? bundled : installed(version);
}

const bundled: CommandLine = async (args, cwd) => {
  const written = { out: '', err: '' };
  const write = (stream: keyof typeof written) => (text: string) => {
    written[stream] += text;
  };
  const streams = {
    ...{ cwd, env: process.env, out: write('out'), err: write('err') },
    ...{ input: async () => new Uint8Array(), isTerminal: () => false, today: dayAt(new Date()) },
  };
  const status = await run(args, streams, { ...nodeFiles, bundledRecord });
  return { status, ...written };
};

/** Installs into a new folder, so that files of the checked repository have no effect. */
function installed(version: string): CommandLine {
  if (!/^[\w.+-]+$/.test(version))
    throw new Unprepared(
      `invalid version ${JSON.stringify(version)} of hotfix-language-server; write a version such as "0.1.0", or "latest"`,
    );
  mkdirSync(temporaryFile('.'), { recursive: true });
  const folder = mkdtempSync(temporaryFile('hotfix-config-'));
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(folder, 'install', ...quietly, `hotfix-language-server@${version}`);
  const cli = path.join(folder, 'node_modules/hotfix-language-server/dist/cli.js');
  return async (args, cwd) => {
    const options = { input: '', cwd, encoding: 'utf8', maxBuffer: 1 << 30 } as const;
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], options);
    if (error) throw error;
    return { status: status ?? 3, out: stdout, err: stderr };
  };
}

function npm(cwd: string, ...args: readonly string[]): void {
  // On Windows npm is a shell script. The arguments contain no shell characters.
  const { status, error } = spawnSync('npm', args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error)
    throw new Unprepared(`cannot start npm (${error.message}); set the input "node", or install Node`);
  if (status !== 0)
    throw new Unprepared(`"npm ${args.join(' ')}" failed with exit status ${status}; see the log above`);
}
