/** A baked version as in the server's setting. */
type BakedVersion = string | { readonly version: string; readonly images: readonly string[] };

export interface BakedVersions {
  readonly list: readonly BakedVersion[];
}

export interface NotBakedVersions {
  /** What is wrong, and what to do. */
  readonly problem: string;
}

const version = /^\d{6}\.\d{2}\.(?:0|[1-9]\d{0,18})$/;

/** Reads a file of baked versions, or a list of versions. */
export function readBakedVersions(text: string): BakedVersions | NotBakedVersions {
  const trimmed = text.trim();
  if (!/^[[{"]/.test(trimmed)) return fromEntries(trimmed.split(/[\s,;]+/).filter(Boolean));
  try {
    return fromJson(JSON.parse(trimmed));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: `Invalid JSON (${why}). Correct it, or write one version per line.` };
  }
}

function fromJson(value: unknown): BakedVersions | NotBakedVersions {
  if (Array.isArray(value)) return fromEntries(value);
  if (isRecord(value) && Array.isArray(value['bakedVersions'])) return fromEntries(value['bakedVersions']);
  // AgentBaker's record of the current version is an object with more properties.
  if (isRecord(value) && typeof value['version'] === 'string') return fromEntries([value['version']]);
  return {
    problem: 'There is no list of baked versions. Write ["202604.01.0", …], or one version per line.',
  };
}

function fromEntries(entries: readonly unknown[]): BakedVersions | NotBakedVersions {
  const list = entries.map(readEntry);
  const wrong = list.indexOf(undefined);
  if (wrong < 0) return { list: list.filter((entry) => entry !== undefined) };
  const shown = JSON.stringify(entries[wrong]).slice(0, 80);
  return {
    problem: `Entry ${wrong + 1}, ${shown}, is not a baked version. Write YYYYMM.DD.PATCH, such as 202604.01.0.`,
  };
}

function readEntry(entry: unknown): BakedVersion | undefined {
  if (typeof entry === 'string') return version.test(entry) ? entry : undefined;
  if (!isRecord(entry) || typeof entry['version'] !== 'string' || !version.test(entry['version']))
    return undefined;
  const images: readonly unknown[] = Array.isArray(entry['images']) ? entry['images'] : [];
  return { version: entry['version'], images: images.filter((image) => typeof image === 'string') };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
