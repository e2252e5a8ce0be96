// Not vscode-uri: it writes `C:` as `c%3A`, and a client compares the URIs of its documents as texts.

/** The part of a URI before the path, and the path as written. */
const parts = /^([A-Za-z][\w+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)/;

export function isUri(value: unknown): value is string {
  return typeof value === 'string' && parts.test(value);
}

/** The path of a URI without percent signs, with `/`. */
export function pathOf(uri: string): string {
  return decoded(split(uri).path);
}

/** A path in its URI spelling. A lone surrogate cannot be encoded, and no file name has one. */
export function encodedPath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** The URI of a path on this machine, `/ws`, `C:\ws` or `\\server\share`. */
export function uriOfPath(path: string): string {
  const slashed = /^(?:[A-Za-z]:|\\\\)/.test(path) ? path.replaceAll('\\', '/') : path;
  const [, host = '', rest = slashed] = /^\/\/([^/]+)(.*)/s.exec(slashed) ?? [];
  return `file://${host}${encodedPath(rest.startsWith('/') ? rest : `/${rest}`)}`;
}

/** One text for all spellings of the same URI: `C:` or `c%3A`, composed or decomposed accents. */
export function keyOf(uri: string): string {
  const [scheme = ''] = uri.split(':', 1);
  return `${scheme.toLowerCase()}:/${segmentsOf(uri).join('/')}`;
}

/** Whether a URI is that of a folder or of something below it. */
export function isBelow(folder: string, uri: string): boolean {
  return depthBelow(folder, uri) !== undefined;
}

/** The part of a URI after the URI of a folder, with a leading slash; undefined if it is not below the folder. */
export function restBelow(folder: string, uri: string): string | undefined {
  const depth = depthBelow(folder, uri);
  if (depth === undefined) return undefined;
  const rest = split(uri)
    .path.split('/')
    .slice(depth + 1);
  return rest.map((segment) => `/${segment}`).join('');
}

/** The URI without query, fragment and trailing slash. */
export function plainUri(uri: string): string {
  const { before, path } = split(uri);
  return before + path.replace(/\/$/, '');
}

/** The folder of a file or above a folder; undefined at the root. */
export function parentFolder(uri: string): string | undefined {
  const { before, path } = split(uri);
  const cut = path.lastIndexOf('/');
  return cut < 0 ? undefined : before + path.slice(0, cut);
}

/** A folder and the folders above it, the nearest first, up to `top`. */
export function foldersUpTo(top: string, folder: string): string[] {
  const folders: string[] = [];
  for (let at: string | undefined = folder; at !== undefined && isBelow(top, at); at = parentFolder(at))
    folders.push(at);
  return folders;
}

function depthBelow(folder: string, uri: string): number | undefined {
  const above = segmentsOf(folder);
  const all = segmentsOf(uri);
  return above.every((segment, i) => segment === all[i]) ? above.length : undefined;
}

/** The names in a path, in the form for comparisons. Windows ignores case. */
function segmentsOf(uri: string): string[] {
  const [, ...spelled] = split(uri).path.replace(/\/$/, '').split('/');
  const segments = spelled.map((segment) => decoded(segment).normalize('NFC'));
  const isOnDrive = /^[A-Za-z]:$/.test(segments[0] ?? '');
  return isOnDrive ? segments.map((segment) => segment.toLowerCase()) : segments;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Someone wrote a percent sign without encoding it.
    return text;
  }
}

function split(uri: string): { before: string; path: string } {
  const [, before = '', path = uri] = parts.exec(uri) ?? [];
  return { before, path };
}
