import { execFile } from 'node:child_process';
import { join } from 'node:path';

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
