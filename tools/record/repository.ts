import { spawn } from 'node:child_process';
import { buffer, text as textOf } from 'node:stream/consumers';
import { Unusable } from './unusable.ts';

/** A git repository. It is only read. */
export class Repository {
  constructor(readonly path: string) {}

  async lines(...args: readonly string[]): Promise<string[]> {
    return (await this.run(args))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
  }

  /** The texts of objects by name, such as `HEAD:packer.mk`; undefined for missing ones. */
  async texts(names: readonly string[]): Promise<(string | undefined)[]> {
    const output = await this.run(['cat-file', '--batch'], `${names.join('\n')}\n`);
    let at = 0;
    return names.map(() => {
      const end = output.indexOf('\n', at);
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1];
      at = end + 1;
      if (size === undefined) return undefined;
      const text = output.toString('utf8', at, at + Number(size));
      at += Number(size) + 1;
      return text;
    });
  }

  /** The types of objects: "commit", "blob" or "missing". */
  async kinds(names: readonly string[]): Promise<string[]> {
    const output = await this.run(['cat-file', '--batch-check=%(objecttype)'], `${names.join('\n')}\n`);
    const lines = output.toString('utf8').split('\n');
    return names.map((_, i) => (lines[i]?.endsWith(' missing') ? 'missing' : (lines[i] ?? 'missing')));
  }

  private async run(args: readonly string[], input = ''): Promise<Buffer> {
    const git = spawn('git', ['-C', this.path, ...args], { stdio: 'pipe' });
    git.stdin.on('error', () => undefined);
    git.stdin.end(input);
    const ended = new Promise<number | null>((resolve, reject) => {
      git.on('error', ({ message }) => reject(new Unusable(`cannot run git: ${message}`)));
      git.on('close', resolve);
    });
    const [output, problem, status] = await Promise.all([buffer(git.stdout), textOf(git.stderr), ended]);
    if (status !== 0)
      throw new Unusable(`git cannot read ${JSON.stringify(this.path)}: ${problem.trim().split('\n')[0]}`);
    return output;
  }
}
