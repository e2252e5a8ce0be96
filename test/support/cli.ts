import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { run } from '../../server/src/cli/program.ts';
import { bundledRecord } from '../../server/src/model/index.ts';
import { nodeFiles } from '../../server/src/node/files.ts';

const cli = join(import.meta.dirname, '../../server/dist/cli.js');

export interface CliResult {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a user would. */
export function hotfixConfig(
  args: readonly string[],
  { cwd, input }: { cwd?: string; input?: string } = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const options = { cwd: cwd ?? process.cwd(), maxBuffer: 512 * 1024 * 1024 };
    const child = execFile(process.execPath, [cli, ...args], options, (error, out, err) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
    child.stdin?.end(input ?? '');
  });
}

export interface HereOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
  readonly isTerminal?: boolean;
  /** Default: those of Node, without the bundled record. */
  readonly files?: Parameters<typeof run>[2];
}

/** What the built command line has: the files of Node, and the bundled record. */
export const withRecord = { ...nodeFiles, bundledRecord };

/** Runs the code of the command line in this process, which is 20 times faster than a new one. */
export async function hotfixConfigHere(
  args: readonly string[],
  { cwd, env = {}, input = '', isTerminal = false, files = nodeFiles }: HereOptions,
): Promise<CliResult> {
  const written = { out: '', err: '' };
  const write = (stream: keyof typeof written) => (text: string) => {
    written[stream] += text;
  };
  const status = await run(
    args,
    {
      cwd,
      env: { ...plainEnvironment(), ...env },
      out: write('out'),
      err: write('err'),
      input: async () => Buffer.from(input),
      isTerminal: () => isTerminal,
      today: new Date().toISOString().slice(0, 10),
    },
    files,
  );
  return { status, ...written };
}

/** Without settings for colors. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  return env;
}
