import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Listing, withoutLinked } from '../cli/listing.ts';
import type { Cancellation } from '../service/host.ts';

/**
 * The URIs of the wanted files below a folder that `hotfix-config check` would check, and why others cannot be checked.
 * Undefined if the folder does not exist.
 */
export async function checkedFiles(
  folder: string,
  wanted: (uris: readonly string[]) => Promise<readonly string[]>,
  cancellation: Cancellation,
): Promise<{ uris: string[]; problems: string[] } | undefined> {
  const root = localPath(folder);
  if (root === undefined) return undefined;
  const uriOf = (name: string) => pathToFileURL(join(root, name)).toString();
  // Warnings about git are logged.
  const terminal = {
    cwd: root,
    env: process.env,
    color: 'never' as const,
    isTerminal: () => false,
    err: (text: string) => process.stderr.write(text),
  };
  const listing = new Listing(root, terminal, cancellation);
  const names = await listing.files();
  const chosen = new Set(await wanted(names.map(uriOf)));
  const files = names.filter((name) => chosen.has(uriOf(name)));
  return {
    uris: withoutLinked(files, root).map(uriOf),
    problems: listing.unread.map(({ problem }) => problem.message),
  };
}

/** Undefined also for a URI without a path on this machine: a host, an encoded slash or an invalid percent sign. */
function localPath(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
