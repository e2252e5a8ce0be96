import { type Analysis, decodeUtf8, Payload } from '../model/index.ts';
import { isPayloadPath, layoutRootOf, otherHalf } from '../names.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { type Host, largestPayload } from '../service/host.ts';
import { isBelow } from '../service/uri.ts';
import type { Documents } from './documents.ts';

/** A config or a payload in AgentBaker's layout, as saved; undefined if it does not exist. */
export async function readHalf(host: Host, uri: string): Promise<Uint8Array | undefined> {
  const content = await host.readFile(uri, layoutRootOf(uri), largestPayload);
  return content === 'outside' ? undefined : content;
}

/** A file that is not open; undefined if it does not exist. */
interface Read {
  readonly config: Analysis | undefined;
  readonly payload: Payload | undefined;
}

/**
 * The other halves of open documents in AgentBaker's layout: the payload of scripts for a config, and the config for a
 * payload. As in the editor if it is open, otherwise as saved. Files are read in the background.
 */
export class OtherHalves {
  /** By URI, until the next reading has ended. */
  private readonly known = new Map<string, Read>();
  private readonly wanted = new Set<string>();
  private readonly fresh = new Set<string>();
  private readonly reading = new Map<string, Promise<void>>();

  constructor(
    private readonly documents: Documents,
    private readonly host: Host,
    /** Called when a file was read. */
    private readonly onRead: () => void,
  ) {}

  /** A payload; null while that is not known. */
  payload(uri: string): Payload | undefined | null {
    const document = this.documents.named(uri);
    return document ? this.documents.payload(document) : this.read(uri, (read) => read.payload);
  }

  /** A config; null while that is not known. */
  config(uri: string): Analysis | undefined | null {
    const document = this.documents.named(uri);
    return document ? this.documents.analysis(document) : this.read(uri, (read) => read.config);
  }

  /** Resolves when the other half of a document is known. */
  async complete(uri: string): Promise<void> {
    const other = otherHalf(uri);
    if (other === undefined || this.documents.named(other)) return;
    this.read(other, () => undefined);
    while (this.reading.has(other)) await this.reading.get(other);
  }

  isOtherOpen(uri: string): boolean {
    const other = otherHalf(uri);
    return other !== undefined && this.documents.named(other) !== undefined;
  }

  /** Whether a created, deleted or changed file or folder may be a half, or contain one that was read. */
  concern(uri: string): boolean {
    return otherHalf(uri) !== undefined || [...this.wanted].some((half) => isBelow(uri, half));
  }

  /** Call when files may have changed. */
  expire(): void {
    this.fresh.clear();
  }

  forget(uri: string): void {
    this.wanted.delete(uri);
    this.fresh.delete(uri);
    this.known.delete(uri);
  }

  private read<T>(uri: string, part: (read: Read) => T): T | null {
    if (!this.fresh.has(uri)) this.look(uri);
    const known = this.known.get(uri);
    return known ? part(known) : null;
  }

  private look(uri: string): void {
    if (this.reading.has(uri)) return;
    this.wanted.add(uri);
    this.fresh.add(uri);
    const read = this.contentOf(uri).then((content) => {
      this.reading.delete(uri);
      if (!this.wanted.has(uri)) return;
      this.known.set(uri, content);
      this.onRead();
    });
    this.reading.set(uri, read);
  }

  private async contentOf(uri: string): Promise<Read> {
    const content = await readHalf(this.host, uri).catch(() => undefined);
    const isPayload = isPayloadPath(uri);
    return {
      config: content && !isPayload ? analysisOf(content) : undefined,
      payload: content && isPayload ? new Payload(decodeUtf8(content), uri) : undefined,
    };
  }
}
