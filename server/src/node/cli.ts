import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { run } from '../cli/program.ts';
import { CannotWork } from '../cli/terminal.ts';

async function read(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  try {
    return await readFile(path);
  } catch (thrown) {
    throw new CannotWork(`cannot read ${JSON.stringify(path)}: ${causes[codeOf(thrown)] ?? codeOf(thrown)}.`);
  }
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  EISDIR: 'it is a folder; name a file in it',
  EACCES: 'permission denied; check who may read it',
};

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
}

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  read,
}).then((status) => {
  process.exitCode = status;
});
