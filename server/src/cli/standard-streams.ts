import { fstatSync, writeSync } from 'node:fs';
import { dayAt } from '../model/index.ts';
import { readToEnd } from './content.ts';
import { cannot, errorCode } from './files.ts';
import { CannotWork, type Streams } from './terminal.ts';

const descriptors = { input: 0, out: 1, err: 2 } as const;

/**
 * The streams and surroundings of this process. It writes to the descriptors themselves: all of a text is out when a
 * call returns, and Node's streams, a good part of a short process's time, need not be loaded.
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
    throw new CannotWork('the working directory is gone; change to one that is there.');
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
        // Somebody else made the pipe non-blocking, and it is full.
        if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        // A reader such as `head` has seen enough; the exit status still tells what was found.
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
  // Node takes a folder for an empty stream.
  if (fstatSync(descriptors.input).isDirectory())
    throw new CannotWork('cannot read standard input: it is a folder; name it instead.');
  return readToEnd(process.stdin, 'standard input', most);
}
