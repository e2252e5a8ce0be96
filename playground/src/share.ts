/** The content of a link. */
export interface Shared {
  readonly text: string;
  /** The user's own baked versions, as they wrote them. */
  readonly baked: string;
  /** Whether the bundled record is used too. */
  readonly hasRecord: boolean;
  /** The config to compare with; null if there is none. */
  readonly baseline: string | null;
}

/** Why a link cannot be opened. */
export type Broken = 'unreadable' | 'too-large';

/** The version of this format. */
const form = '1.';
const mostBytes = 8_000_000;

/** The part after "#" in an address is never sent to a server. */
export async function toFragment(shared: Shared): Promise<string> {
  // JSON, because it can contain lone surrogates.
  const text = new Blob([JSON.stringify(toArray(shared))]);
  // This format ends in a checksum, so that a cut or changed link is detected.
  const packed = text.stream().pipeThrough(new CompressionStream('deflate'));
  return `${form}${toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

export async function fromFragment(fragment: string): Promise<Shared | Broken> {
  if (!fragment.startsWith(form)) return 'unreadable';
  try {
    const packed = new Blob([fromBase64Url(fragment.slice(form.length))]);
    const text = await readAtMost(packed.stream().pipeThrough(new DecompressionStream('deflate')), mostBytes);
    return text === undefined ? 'too-large' : (sharedFrom(JSON.parse(text)) ?? 'unreadable');
  } catch {
    // Each step can find a fault in the link.
    return 'unreadable';
  }
}

/** A small link can unpack to more than fits into memory. */
async function readAtMost(stream: ReadableStream<Uint8Array>, limit: number): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = stream.getReader();
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Links of earlier versions have the first two parts only, and null for no versions of one's own. */
export function toArray({ text, baked, baseline, hasRecord }: Shared): readonly unknown[] {
  return [text, baked === '' ? null : baked, baseline, hasRecord];
}

export function sharedFrom(value: unknown): Shared | undefined {
  if (!Array.isArray(value)) return undefined;
  const [text, baked, baseline = null, hasRecord = true]: readonly unknown[] = value;
  return typeof text === 'string' &&
    isTextOrNull(baked) &&
    isTextOrNull(baseline) &&
    typeof hasRecord === 'boolean'
    ? { text, baked: baked ?? '', baseline, hasRecord }
    : undefined;
}

function isTextOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
