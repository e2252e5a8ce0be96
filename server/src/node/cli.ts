import { buffer } from 'node:stream/consumers';
import { run } from '../cli/program.ts';
import { nodeFiles } from './files.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

const terminal = {
  cwd: process.cwd(),
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  input: () => buffer(process.stdin),
  isTerminal: process.stdout.isTTY === true,
  today: new Date().toISOString().slice(0, 10),
};

run(process.argv.slice(2), terminal, nodeFiles).then((status) => {
  process.exitCode = status;
});
