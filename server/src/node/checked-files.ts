import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Listing, withoutLinked } from '../cli/listing.ts';
import type { Cancellation } from '../service/host.ts';

/** The URIs of the files below a folder that `hotfix-config check` would check. Undefined if the folder does not exist. */
export async function checkedFiles(
  folder: string,
  isWanted: (uri: string) => boolean,
  cancellation: Cancellation,
): Promise<string[] | undefined> {
  const root = localPath(folder);
  if (root === undefined) return undefined;
  const uriOf = (name: string) => pathToFileURL(join(root, name)).toString();
  // Warnings about git are logged.
  const terminal = { cwd: root, env: process.env, err: (text: string) => process.stderr.write(text) };
  const listing = new Listing(root, terminal, cancellation);
  const wanted = (await listing.files()).filter((name) => isWanted(uriOf(name)));
  return (listing.isOfGit ? withoutLinked(wanted, root) : wanted).map(uriOf);
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
