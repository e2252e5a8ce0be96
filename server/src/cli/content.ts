import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { largestFile } from '../service/host.ts';
import { cannot, readBytes, readContent, refuseOutside, refuseSilent, statsOf } from './files.ts';
import { CannotWork, type Terminal } from './terminal.ts';

/** In bytes. Kubernetes prints about ten kilobytes for each node. */
export const largestNodeList = 256 * 1024 * 1024;

/** The bytes of a file, a pipe or a device; of standard input for `-`. More than `most` are refused. */
export async function bytesOf(path: string, terminal: Terminal, most = largestFile): Promise<Uint8Array> {
  refuseOutside(path, terminal);
  return (await streamed(path, terminal, most)) ?? readBytes(path, terminal, most);
}

/** Like `bytesOf`, but as text where that is faster. */
export function contentOf(
  path: string,
  terminal: Terminal,
): string | Uint8Array | Promise<string | Uint8Array> {
  if (path === '-') return terminal.input();
  refuseOutside(path, terminal);
  return streamed(path, terminal) ?? readContent(path, terminal.cwd);
}

/** The content of a regular file. */
export function contentOfFile(path: string, terminal: Terminal): string | Uint8Array {
  refuseOutside(path, terminal);
  const content = readContent(path, terminal.cwd);
  if (content.length > largestFile) refuseTooLarge(content.length, quote(path));
  return content;
}

/** The file is larger than any config. */
export class TooLarge extends CannotWork {}

/** Refuses a file that would fill the memory. `what` is its name for the user. */
export function refuseTooLarge(size: number, what: string, most = largestFile): void {
  if (size <= most) return;
  throw new TooLarge(`cannot read ${what}: larger than ${most / 1024 / 1024} MB`, 'check the path');
}

/** Reads a stream to its end. */
export async function readToEnd(
  stream: AsyncIterable<Uint8Array>,
  what: string,
  most?: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      refuseTooLarge(size, what, most);
      chunks.push(chunk);
    }
  } catch (thrown) {
    throw cannot(`read ${what}`, thrown);
  }
  return Buffer.concat(chunks);
}

/** For a pipe or a device, whose size is unknown and may be endless (`/dev/zero`). Undefined for a regular file. */
function streamed(path: string, { cwd }: Terminal, most = largestFile): Promise<Uint8Array> | undefined {
  const absolute = resolve(cwd, path);
  const stats = path === '-' ? undefined : statsOf(absolute);
  if (!stats || stats.isDirectory()) return undefined;
  if (stats.isFile() && stats.size <= most) return undefined;
  if (stats.isFile()) refuseTooLarge(stats.size, quote(path), most);
  refuseSilent(path, cwd);
  return readToEnd(createReadStream(absolute), quote(path), most);
}
