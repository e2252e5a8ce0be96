import { startGit, timeLimit } from './git.ts';
import { lackedContent, lateGit, missingGit, tookTooLong } from './git-problems.ts';
import { CannotWork } from './terminal.ts';

/** Reads blobs of a repository from one `git cat-file --batch`: a process for each would be most of the time. */
export class Blobs {
  private rest: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly ask: (line: string) => void,
    private readonly answers: AsyncIterator<Buffer>,
    /** The last line that git printed on standard error. */
    private readonly lastWords: Promise<string>,
    readonly close: () => void,
    private readonly kill: () => void,
  ) {}

  static async open(root: string): Promise<Blobs> {
    const child = await startGit(root, 'cat-file', '--batch');
    if (!child) throw new CannotWork(missingGit.why, missingGit.next);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    // If git has ended, reading its answers reports that.
    child.stdin.on('error', () => {});
    return new Blobs(
      (line) => void child.stdin.write(line),
      child.stdout[Symbol.asyncIterator](),
      new Promise((resolve) => child.once('close', () => resolve(said.trim().split('\n').at(-1) ?? ''))),
      () => void child.stdin.end(),
      () => void child.kill('SIGKILL'),
    );
  }

  /** One call at a time. */
  async read(hash: string): Promise<Buffer> {
    this.ask(`${hash}\n`);
    const head = await this.takeLine();
    const size = / blob (\d+)$/.exec(head)?.[1];
    if (size === undefined) throw lacks(head);
    const content = await this.take(Number(size) + 1);
    return content.subarray(0, -1);
  }

  private async takeLine(): Promise<string> {
    for (;;) {
      const end = this.rest.indexOf('\n');
      if (end >= 0) return (await this.take(end + 1)).toString('utf8', 0, end);
      this.rest = Buffer.concat([this.rest, await this.next()]);
    }
  }

  private async take(length: number): Promise<Buffer> {
    const chunks = [this.rest];
    for (let have = this.rest.length; have < length; ) {
      const chunk = await this.next();
      chunks.push(chunk);
      have += chunk.length;
    }
    const all = Buffer.concat(chunks);
    this.rest = all.subarray(length);
    return all.subarray(0, length);
  }

  private async next(): Promise<Buffer> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.kill();
    }, timeLimit());
    const { done, value } = await this.answers.next().finally(() => clearTimeout(timer));
    if (isLate) {
      const { why, next } = lateGit(tookTooLong(timeLimit()));
      throw new CannotWork(why, next);
    }
    if (done) throw lacks(await this.lastWords);
    return value;
  }
}

function lacks(said: string): CannotWork {
  const { why, next } = lackedContent(said);
  return new CannotWork(why, next);
}
