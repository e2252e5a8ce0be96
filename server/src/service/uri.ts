/** What stands before the path, and the path as it is spelled. */
const parts = /^([A-Za-z][\w+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)/;

export function isUri(value: unknown): value is string {
  return typeof value === 'string' && parts.test(value);
}

/** The path of a URI without percent signs, with `/`. */
export function pathOf(uri: string): string {
  const { path } = split(uri);
  try {
    return decodeURIComponent(path);
  } catch {
    // Somebody has spelled a percent sign as itself.
    return path;
  }
}

/** A path as it stands in a URI. Half a character has no place in one, and no file has one in its name. */
export function encodedPath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** The URI without query and fragment, in the file system of `folder` where one is named. */
export function placeIn(folder: string | undefined, uri: string): string {
  const { before, path } = split(uri);
  return (folder === undefined ? before : split(folder).before) + path;
}

/** The folder of a file or above a folder; undefined at the root. */
export function parentFolder(uri: string): string | undefined {
  const { before, path } = split(uri);
  const cut = path.lastIndexOf('/');
  return cut < 0 ? undefined : before + path.slice(0, cut);
}

function split(uri: string): { before: string; path: string } {
  const [, before = '', path = uri] = parts.exec(uri) ?? [];
  return { before, path };
}
