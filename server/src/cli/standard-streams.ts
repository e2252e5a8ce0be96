import { fstatSync, writeSync } from 'node:fs';
import { dayAt } from '../model/index.ts';
import { readToEnd } from './content.ts';
import { cannot, errorCode } from './files.ts';
import { CannotWork, type Streams } from './terminal.ts';

const descriptors = { input: 0, out: 1, err: 2 } as const;

/**
 * The streams of this process. It writes to the descriptors directly: the text is written when a call returns, and loading
 * Node's streams would take much of the time of a short run.
 */
export function standardStreams(): Streams {
  let input: Promise<Uint8Array> | undefined;
  return {
    get cwd() {
      return workingDirectory();
    },
    env: process.env,
    out: writer('out'),
    err: writer('err'),
    input: (most) => {
      input ??= readInput(most);
      return input;
    },
    isTerminal,
    today: dayAt(new Date()),
  };
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new CannotWork('the working directory does not exist', 'change to another folder');
  }
}

function writer(stream: 'out' | 'err'): (text: string) => void {
  let open = true;
  return (text) => {
    const bytes = Buffer.from(text);
    for (let at = 0; open && at < bytes.length; ) {
      try {
        at += writeSync(descriptors[stream], bytes, at);
      } catch (thrown) {
        const code = errorCode(thrown);
        // Another process made the pipe non-blocking, and it is full.
        if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        // A reader such as `head` has closed the pipe. The exit status is still correct.
        else if (code === 'EPIPE' || code === 'EOF' || stream === 'err') open = false;
        else throw cannot('write to standard output', thrown);
      }
    }
  };
}

function isTerminal(stream: 'out' | 'err'): boolean {
  const kind = fstatSync(descriptors[stream]);
  if (kind.isFile() || kind.isFIFO() || kind.isSocket()) return false;
  return (stream === 'out' ? process.stdout : process.stderr).isTTY === true;
}

async function readInput(most: number | undefined): Promise<Uint8Array> {
  // Node reads a folder as an empty stream.
  if (fstatSync(descriptors.input).isDirectory())
    throw new CannotWork('cannot read standard input: is a folder', 'name the folder instead');
  return readToEnd(process.stdin, 'standard input', most);
}
