import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { largestFile } from '../service/host.ts';
import { cannot, readBytes, readContent, statsOf } from './files.ts';
import { CannotWork, type Terminal } from './terminal.ts';

/** In bytes. A cluster of thousands of nodes has some ten kilobytes a node. */
export const largestNodeList = 256 * 1024 * 1024;

/** The bytes of a file, a pipe or a device, or those of standard input for `-`: never more than a config can have. */
export async function bytesOf(path: string, terminal: Terminal, most = largestFile): Promise<Uint8Array> {
  return (await streamed(path, terminal, most)) ?? readBytes(path, terminal, most);
}

/** The same, as text where that is faster to read. */
export function contentOf(
  path: string,
  terminal: Terminal,
): string | Uint8Array | Promise<string | Uint8Array> {
  if (path === '-') return terminal.input();
  return streamed(path, terminal) ?? readContent(path, terminal.cwd);
}

/** That of what is known to be a file on a disk. */
export function contentOfFile(path: string, { cwd }: Terminal): string | Uint8Array {
  const content = readContent(path, cwd);
  if (content.length > largestFile) refuseTooLarge(content.length, quote(path));
  return content;
}

/** What holds more than any config. */
export class TooLarge extends CannotWork {}

/** Refuses what would fill the memory; `what` is what the user calls it. */
export function refuseTooLarge(size: number, what: string, most = largestFile): void {
  if (size <= most) return;
  const none = most === largestFile ? ', which no config does' : '';
  throw new TooLarge(
    `cannot read ${what}: it holds more than ${most / 1024 / 1024} MB${none}; check the path.`,
  );
}

/** All that a stream holds. */
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

/** A pipe or a device does not tell its size, and may have no end: `/dev/zero`. Nothing for a file on a disk. */
function streamed(path: string, { cwd }: Terminal, most = largestFile): Promise<Uint8Array> | undefined {
  const absolute = resolve(cwd, path);
  const stats = path === '-' ? undefined : statsOf(absolute);
  if (!stats || stats.isDirectory()) return undefined;
  if (stats.isFile() && stats.size <= most) return undefined;
  if (stats.isFile()) refuseTooLarge(stats.size, quote(path), most);
  return readToEnd(createReadStream(absolute), quote(path), most);
}
